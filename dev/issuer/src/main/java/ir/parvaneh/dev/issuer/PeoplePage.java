package ir.parvaneh.dev.issuer;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom one can be. */
@RestController
class PeoplePage {

    @GetMapping("/dev/people")
    List<Person> people(
            @RequestParam(required = false) String role,
            @RequestParam(required = false) String office,
            @RequestParam(required = false) Integer district,
            @RequestParam(defaultValue = "100") int limit) {
        return CityPeople.all().stream()
                .filter(p -> role == null || p.roles().contains(role))
                .filter(p -> office == null || office.equals(p.officeId()))
                .filter(p -> district == null || district.equals(p.districtNo()))
                .limit(Math.max(0, limit))
                .toList();
    }
}
