package ir.parvaneh.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The small process of the tests, and the people in it. */
final class Garden {

    record Wish(int squareMetres) implements Evidence {}

    record Appointment(String gardenerId) implements Assigning {
        @Override
        public Map<String, String> assigned() {
            return Map.of("gardener", gardenerId);
        }
    }

    static final Instant DAWN = Instant.parse("2025-05-03T05:30:00Z");
    /** Every day works here, so that due dates can be read off. */
    static final Calendar CALENDAR = (from, term) -> from.plus(days(term));

    static final Actor CITIZEN = Actor.of("citizen-1", "citizen");
    static final Actor CLERK = Actor.of("clerk-1", "clerk");
    static final Actor HEAD = Actor.of("head-1", "head");
    static final Actor EXPERT = Actor.of("expert-1", "expert");
    static final Actor DEPUTY = Actor.of("deputy-1", "deputy");
    static final Actor AGENT = Actor.of("agent-1", "agent");
    static final Actor GARDENER = Actor.of("gardener-1", "gardener");
    static final Reason REASON = new Reason("unclear", "the drawing cannot be read");

    private Garden() {}

    static Catalogue catalogue() {
        return catalogue("{\"type\":\"object\",\"properties\":{\"squareMetres\":{\"type\":\"integer\"}}}");
    }

    static Catalogue catalogue(String wishSchema) {
        return Catalogue.of(
                List.of(
                        Guard.onEvidence(
                                "size-allowed",
                                new Wording("اندازه مجاز است.", "The size is allowed."),
                                Wish.class,
                                (file, wish) -> wish.squareMetres() <= 100),
                        Guard.onFile(
                                "planted",
                                new Wording("کاشته شده است.", "It is planted."),
                                file -> file.roundsOf("inspected") > 0)),
                List.of(
                        EvidenceKind.of("wish", Wish.class, wishSchema),
                        EvidenceKind.of(
                                "appointment",
                                Appointment.class,
                                "{\"type\":\"object\",\"properties\":{\"gardenerId\":{\"type\":\"string\"}}}")),
                List.of(new NamedDate(
                        "harvest", new Wording("تا برداشت", "until the harvest"), (file, calendar) -> file.begunAt()
                                .plus(Duration.ofDays(90)))));
    }

    static String yaml() {
        try (InputStream in = Garden.class.getResourceAsStream("/garden.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProcessTable table() {
        return table(yaml());
    }

    static ProcessTable table(String yaml) {
        return ProcessTable.load("garden.yaml", new StringReader(yaml), catalogue());
    }

    private static Duration days(Term term) {
        return switch (term.unit()) {
            case WORKING_DAY, DAY -> Duration.ofDays(term.amount());
            case WEEK -> Duration.ofDays(7L * term.amount());
            case MONTH -> Duration.ofDays(30L * term.amount());
        };
    }
}
