package ir.parvaneh.notification.message;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.chassis.stream.Incoming;
import ir.parvaneh.chassis.stream.Projection;
import ir.parvaneh.chassis.stream.Projection.Result;
import ir.parvaneh.contracts.FileRegistered;
import ir.parvaneh.contracts.OfficeAssigned;
import ir.parvaneh.contracts.Sources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Turns events into messages and into the lines of a file's live stream. One row for each file remembers whom to tell; messages and lines
 * are rows of their own under ids derived from the event, so that an event told twice says nothing twice.
 */
public final class Told implements Projection.Change {
    public static final String MESSAGES = "messages";
    public static final String LINES = "lines";

    /** What an inbox needs. */
    public static final List<Index> MESSAGE_INDEXES = List.of(Index.on("personId", "key"), Index.on("unread", "key"));

    /** What a live stream needs. */
    public static final List<Index> LINE_INDEXES = List.of(Index.on("applicationId", "seq"));

    /** A co-owner or attorney, named or no longer. */
    private record Representative(String personId) {}

    @Override
    public String rowOf(Incoming event) {
        return application(event);
    }

    /**
     * A docket is told of on the file it was referred from, whose id its own begins with; what the bench does among itself
     * is not told there.
     */
    private static String application(Incoming event) {
        String id = event.aggregate();
        return event.source().equals(Sources.DOCKETS) ? id.substring(0, id.lastIndexOf('.')) : id;
    }

    /** So that a stage of a docket does not pass for one of the file. */
    private static String type(Incoming event) {
        boolean plain = !event.source().equals(Sources.DOCKETS) || event.type().startsWith("docket-");
        return plain ? event.type() : "docket-" + event.type();
    }

    @Override
    public Result apply(Document row, Incoming event) {
        Optional<Happening> happening = Happening.of(event);
        if (event.source().equals(Sources.DOCKETS) && happening.isEmpty()) {
            return Result.ignored();
        }
        FileCard card = learned(FileCard.of(row), event);
        long seq = seq(row) + 1;
        Document after = card.row().append("seq", seq);
        List<Row> effects = new ArrayList<>();
        effects.add(line(event, seq));
        happening.ifPresent(told -> effects.addAll(messages(card, event, told)));
        return new Result(after, effects);
    }

    private static long seq(Document row) {
        return row == null || row.get("seq") == null
                ? 0
                : row.get("seq", Number.class).longValue();
    }

    private static FileCard learned(FileCard card, Incoming event) {
        return switch (event.type()) {
            case "file-registered" -> card.registered(event.as(FileRegistered.class));
            case "office-assigned" -> card.at(event.as(OfficeAssigned.class).officeId());
            case "representative-added" ->
                card.joinedBy(event.as(Representative.class).personId());
            case "representative-removed" ->
                card.leftBy(event.as(Representative.class).personId());
            default -> card;
        };
    }

    private static Row line(Incoming event, long seq) {
        return new Row(
                LINES,
                event.source() + "|" + event.aggregate() + ":" + event.number(),
                seq,
                new Document("applicationId", application(event))
                        .append("seq", seq)
                        .append("type", type(event))
                        .append("at", Shape.text(event.at()))
                        .append("data", new String(event.data(), StandardCharsets.UTF_8)));
    }

    private static List<Row> messages(FileCard card, Incoming event, Happening happening) {
        return card.people().stream()
                .map(person -> message(person, card, event, happening))
                .toList();
    }

    private static Row message(String person, FileCard card, Incoming event, Happening happening) {
        String id = event.id() + "@" + person;
        String at = Shape.text(event.at());
        Document values = Document.parse(Shape.json().writeValueAsString(happening.values()));
        return new Row(
                MESSAGES,
                id,
                1,
                new Document("personId", person)
                        .append("applicationId", application(event))
                        .append("kind", happening.kind())
                        .append(
                                "values",
                                values.append("trackingCode", card.trackingCode())
                                        .append("renovationCode", card.renovationCode()))
                        .append("at", at)
                        .append("key", at + "|" + id)
                        .append("unread", person));
    }

    /** Whether it was told already which office has the file. */
    public static boolean hasOffice(Document row) {
        return FileCard.of(row).officeId() != null;
    }

    /** Whether a person with these claims may follow the file. */
    public static boolean mayFollow(Document row, String personId, String officeId, Integer districtNo) {
        FileCard card = FileCard.of(row);
        return card.people().contains(personId)
                || officeId != null && officeId.equals(card.officeId())
                || districtNo != null && districtNo.equals(card.districtNo());
    }

    static Map<String, Object> values(Document message) {
        return message.get("values", Document.class);
    }
}
