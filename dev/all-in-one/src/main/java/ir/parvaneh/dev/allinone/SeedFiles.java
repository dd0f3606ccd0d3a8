package ir.parvaneh.dev.allinone;

import ir.parvaneh.dev.issuer.CityPeople;
import ir.parvaneh.dev.issuer.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a new city starts with, as the files a service reads when it knows nothing yet: {@code offices.json} and
 * {@code engineers.json}. They name people by id only.
 */
public final class SeedFiles {
    /** Disciplines go round by an engineer's number [S34]. */
    private static final List<String> DISCIPLINES = List.of("civil", "architecture", "electrical", "mechanical");

    /** [A] Far ahead and plenty, so that no demonstration runs out of engineers. */
    private static final String LICENCE_UNTIL = "2099-12-31";

    private static final int CAPACITY = 100_000;

    private SeedFiles() {}

    /** Writes both files for those who start services one by one. */
    public static void main(String[] args) {
        write(Path.of(args.length == 0 ? ".data/seed" : args[0]));
    }

    /** Writes both files, the same at every start. */
    public static void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("offices.json"), JsonMapper.shared().writeValueAsBytes(offices()));
            Files.write(folder.resolve("engineers.json"), JsonMapper.shared().writeValueAsBytes(engineers()));
        } catch (IOException accident) {
            throw new UncheckedIOException(accident);
        }
    }

    private static List<Map<String, Object>> offices() {
        List<String> ids = CityPeople.offices();
        return IntStream.range(0, ids.size())
                .mapToObj(n -> office(ids.get(n), n))
                .toList();
    }

    private static Map<String, Object> office(String id, int number) {
        Map<String, Object> office = new LinkedHashMap<>();
        office.put("id", id);
        office.put("title", "دفتر " + (number + 1));
        office.put("districtNo", 1 + number % CityPeople.DISTRICTS);
        office.put("people", staff(id));
        return office;
    }

    private static List<Map<String, Object>> staff(String office) {
        return CityPeople.all().stream()
                .filter(person -> office.equals(person.officeId()))
                .map(person -> Map.<String, Object>of("personId", person.personId(), "roles", person.roles()))
                .toList();
    }

    private static List<Map<String, Object>> engineers() {
        List<Person> engineers = CityPeople.withRole("engineer");
        return IntStream.range(0, engineers.size())
                .mapToObj(n -> engineer(engineers.get(n), DISCIPLINES.get(n % DISCIPLINES.size())))
                .toList();
    }

    private static Map<String, Object> engineer(Person person, String discipline) {
        Map<String, Object> engineer = new LinkedHashMap<>();
        engineer.put("personId", person.personId());
        engineer.put("discipline", discipline);
        engineer.put("licenceUntil", LICENCE_UNTIL);
        engineer.put("capacity", CAPACITY);
        return engineer;
    }
}
