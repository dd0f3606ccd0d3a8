package ir.parvaneh.dev.issuer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The people of the development city, the same at every start and on every machine. Plain Java: whoever needs an id can
 * compute it here without asking the issuer.
 */
public final class CityPeople {
    public static final int DISTRICTS = 22;
    public static final int OFFICES = 110;
    public static final int ENGINEERS = 200;
    public static final int CITIZENS = 3000;
    /** Two, so that other members can review what one of them decided. */
    public static final int PANELS = 2;

    private static final List<String> AGENCIES = List.of(
            "agency-utilities", "agency-buffer-zone", "agency-heritage", "agency-fire", "engineering-organisation");
    private static final List<String> SERVICES =
            List.of("application-service", "office-service", "district-service", "notification-service");

    private static final List<Person> ALL = Stream.of(
                    numbered(OFFICES, n -> "office-%03d".formatted(n)).flatMap(CityPeople::officeStaff),
                    IntStream.rangeClosed(1, DISTRICTS).boxed().flatMap(CityPeople::districtStaff),
                    AGENCIES.stream().flatMap(CityPeople::agencyStaff),
                    numbered(3, n -> Person.of("commission-architecture-" + n, "commission-member")),
                    numbered(2, n -> Person.of("commission-100-secretary-" + n, "commission-secretary")),
                    IntStream.rangeClosed(1, PANELS).boxed().flatMap(CityPeople::panel),
                    numbered(2, n -> Person.of("operator-" + n, "operator")),
                    numbered(1, n -> Person.of("auditor-" + n, "auditor")),
                    SERVICES.stream().map(name -> Person.of(name, "service")),
                    numbered(ENGINEERS, n -> Person.of("engineer-%03d".formatted(n), "engineer")),
                    numbered(CITIZENS, n -> Person.of("citizen-%04d".formatted(n), "citizen")))
            .<Person>flatMap(Function.identity())
            .toList();
    private static final Map<String, Person> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(Person::name, Function.identity()));

    private CityPeople() {}

    /** Everybody, staff first, citizens last, in a fixed order. */
    public static List<Person> all() {
        return ALL;
    }

    /** The person of this login. */
    public static Optional<Person> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Everybody with this role, in a fixed order. */
    public static List<Person> withRole(String role) {
        return ALL.stream().filter(p -> p.roles().contains(role)).toList();
    }

    /** The ids of all offices: {@code office-001} to {@code office-110}. */
    public static List<String> offices() {
        return numbered(OFFICES, n -> "office-%03d".formatted(n)).toList();
    }

    /** The stable id of a login: a name-based UUID, the same for any name whether or not somebody has it. */
    public static UUID personId(String name) {
        return NameBasedId.of("parvaneh:person:" + name);
    }

    private static Stream<Person> officeStaff(String office) {
        return Stream.of(
                        numbered(2, n -> Person.of(office + "-clerk-" + n, "office-clerk")),
                        numbered(3, n -> Person.of(office + "-inspector-" + n, "office-inspector")),
                        Stream.of(Person.of(office + "-head", "office-head")),
                        Stream.of(Person.of(office + "-plan-controller", "office-plan-controller")))
                .<Person>flatMap(Function.identity())
                .map(p -> p.atOffice(office));
    }

    private static Stream<Person> districtStaff(int district) {
        String prefix = "district-%02d".formatted(district);
        return Stream.of(
                        numbered(2, n -> Person.of(prefix + "-expert-" + n, "district-expert")),
                        numbered(2, n -> Person.of(prefix + "-income-" + n, "district-income-expert")),
                        Stream.of(Person.of(prefix + "-head", "district-head")),
                        Stream.of(Person.of(prefix + "-deputy", "district-deputy")),
                        Stream.of(Person.of(prefix + "-mayor", "district-mayor")))
                .<Person>flatMap(Function.identity())
                .map(p -> p.atDistrict(district));
    }

    /** A bench of the commission of article 100; the municipality's representative has no vote. */
    private static Stream<Person> panel(int number) {
        return Stream.of("judge", "council", "interior", "municipal")
                .map(seat -> Person.of("commission-100-" + number + "-" + seat, "commission-" + seat));
    }

    private static Stream<Person> agencyStaff(String agency) {
        String answeredFor = agency.startsWith("agency-") ? agency.substring("agency-".length()) : agency;
        return numbered(2, n -> Person.of(agency + "-" + n, "agency").answeringFor(answeredFor));
    }

    private static <T> Stream<T> numbered(int count, IntFunction<T> one) {
        return IntStream.rangeClosed(1, count).mapToObj(one);
    }
}
