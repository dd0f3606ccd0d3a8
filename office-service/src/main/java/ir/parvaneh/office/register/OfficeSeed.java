package ir.parvaneh.office.register;

import ir.parvaneh.chassis.store.Cause;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The offices a new city starts with, from a JSON file; an office that is known already keeps what it has. */
public final class OfficeSeed {
    private final String file;

    /** One office of the file. */
    record Seeded(String id, String title, int districtNo, List<Map<String, Object>> people) {}

    /** @param file path, or empty for none */
    public OfficeSeed(String file) {
        this.file = file;
    }

    public Mono<Void> sow(Pages<Office> pages) {
        return Flux.fromIterable(read(file, Seeded[].class))
                .concatMap(seeded -> pages.change(
                        seeded.id(), Cause.clock(), page -> OfficeDecisions.register(page, office(seeded))))
                .then();
    }

    private static Office office(Seeded seeded) {
        List<Office.Person> people = seeded.people().stream()
                .map(person -> Shape.json().convertValue(person, Office.Person.class))
                .toList();
        return new Office(seeded.title(), seeded.districtNo(), Office.Status.ACTIVE, people);
    }

    /** The records of a JSON array in a file; none when the path is empty. */
    public static <T> List<T> read(String path, Class<T[]> type) {
        return path.isBlank() ? List.of() : List.of(Shape.json().readValue(Path.of(path), type));
    }
}
