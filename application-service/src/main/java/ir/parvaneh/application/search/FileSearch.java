package ir.parvaneh.application.search;

import ir.parvaneh.application.file.FilePages;
import ir.parvaneh.chassis.web.Refused;
import ir.parvaneh.iran.Parsed;
import ir.parvaneh.iran.RenovationCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.bson.Document;

/**
 * What is asked of the list of files.
 *
 * @param q a tracking code or a renovation code
 * @param changedSince for pollers: what changed at or after this instant of the city clock, oldest first; otherwise newest
 *     first. A file's place is stamped in the write that changes it; why no change is missed, says
 *     {@link ir.parvaneh.chassis.web.FeedPlace}
 */
record FileSearch(String stage, String outcome, Integer district, String office, String q, Instant changedSince) {

    /** Throws {@link Refused} {@code parameter-invalid} when the instant is none. */
    static FileSearch of(String stage, String outcome, Integer district, String office, String q, String changedSince) {
        return new FileSearch(stage, outcome, district, office, q, instant(changedSince));
    }

    boolean oldestFirst() {
        return changedSince != null;
    }

    /** The fields asked for. {@code outcome=open} asks for files that live. */
    Document fields() {
        Document fields = new Document();
        put(fields, FilePages.STAGE, stage);
        put(fields, FilePages.DISTRICT, district == null ? null : district.longValue());
        put(fields, FilePages.OFFICE, office);
        if (outcome != null) {
            fields.append(FilePages.OUTCOME, outcome.equals("open") ? null : outcome);
        }
        if (q != null && !q.isBlank()) {
            codes(fields);
        }
        return fields;
    }

    private void codes(Document fields) {
        if (RenovationCode.parse(q) instanceof Parsed.Valid<RenovationCode> code) {
            fields.append(FilePages.RENOVATION_CODE, code.value().toString());
        } else {
            fields.append(FilePages.TRACKING_CODE, q.strip().toUpperCase(Locale.ROOT));
        }
    }

    /** The places still to be listed: behind the cursor, or from where the feed begins. */
    Document places(String after) {
        if (oldestFirst()) {
            String from = after == null ? FilePages.place(changedSince, "") : after;
            return new Document("$gt", from);
        }
        return after == null ? null : new Document("$lt", after);
    }

    Document order() {
        return new Document(FilePages.PLACE, oldestFirst() ? 1 : -1);
    }

    private static void put(Document fields, String name, Object value) {
        if (value != null) {
            fields.append(name, value);
        }
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refused.at("parameter-invalid", "changedSince");
        }
    }
}
