package ir.parvaneh.office.engineer;

import ir.parvaneh.chassis.web.Slice;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The engineers whom an owner may appoint and the organisation may refer. */
@RestController
public final class EngineerEndpoints {
    private final List<Engineer> engineers;

    public EngineerEndpoints(List<Engineer> engineers) {
        this.engineers = List.copyOf(engineers);
    }

    @GetMapping("/v1/engineers")
    Slice<Engineer> all(@RequestParam(required = false) String discipline) {
        return new Slice<>(
                engineers.stream()
                        .filter(one -> discipline == null || discipline.equals(one.discipline()))
                        .toList(),
                null);
    }
}
