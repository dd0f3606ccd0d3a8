package ir.parvaneh.application.file;

import ir.parvaneh.application.permit.PapersStanding;
import ir.parvaneh.application.permit.SlipAccount;
import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Page;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Row;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.process.ClockLedger;
import ir.parvaneh.process.ProcessFile;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * How files are kept and found. Lists are in the order of {@code place}: the instant of the last visible change and the
 * id in one text, so that a list goes on after any line by one comparison.
 */
public final class FilePages {

    public static final String OWNER = "ownerId";
    public static final String OFFICE = "officeId";
    public static final String DISTRICT = "districtNo";
    public static final String RENOVATION_CODE = "renovationCode";
    public static final String TRACKING_CODE = "trackingCode";
    public static final String STAGE = "stage";
    public static final String OUTCOME = "outcome";
    public static final String PLACE = "place";
    /** The owner, while he holds an open stage. */
    public static final String AWAITS = "awaits";
    /** The earliest due instant of an open stage about which the clock has not spoken. */
    public static final String NEXT_DUE = "nextDueAt";
    /** Present while an assessment has no slip yet that the file knows of. */
    public static final String FEES_TO_DRAW = "feesToDraw";
    /** Present while a paper is due that nobody has ordered yet. */
    public static final String PAPERS_DUE = "papersDue";
    /** Present while open applications about the permit do not know all that happened to it. */
    public static final String REQUESTS_DUE = "requestsDue";
    /** Present while the file stands where it is asked for its papers. */
    public static final String PAPERS_ASKED = "papersAsked";
    /** Rows that say who may act for an owner. */
    public static final String PARTIES = "parties";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private FilePages() {}

    public static Pages.Definition<ApplicationFile> definition() {
        return new Pages.Definition<>(
                "applications",
                Sources.FILES,
                Topics.APPLICATIONS,
                ApplicationFile.class,
                ApplicationFile::blank,
                FilePages::found,
                indexes(),
                FilePages::rows);
    }

    /** Where a file changed at that instant stands in a list; with an empty id, where that instant begins. */
    public static String place(Instant changedAt, String id) {
        return text(changedAt) + "~" + id;
    }

    /** An instant as it is stored: fixed to milliseconds, so that it sorts. */
    public static String text(Instant instant) {
        return MILLIS.format(instant);
    }

    private static List<Index> indexes() {
        return List.of(
                Index.on(OWNER, PLACE),
                Index.on(OFFICE, PLACE),
                Index.on(DISTRICT, PLACE),
                Index.on(PLACE),
                Index.on(RENOVATION_CODE),
                Index.on(TRACKING_CODE),
                Index.sparse(AWAITS),
                Index.sparse(NEXT_DUE),
                Index.sparse(FEES_TO_DRAW),
                Index.sparse(PAPERS_DUE),
                Index.sparse(REQUESTS_DUE),
                Index.sparse(PAPERS_ASKED));
    }

    private static Map<String, Object> found(ApplicationFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (file.exists()) {
            facts(file, fields);
            standing(file, fields);
        }
        return fields;
    }

    private static void facts(ApplicationFile file, Map<String, Object> fields) {
        fields.put(OWNER, file.ownerId());
        fields.put(DISTRICT, file.facts().districtNo());
        fields.put(RENOVATION_CODE, file.facts().renovationCode());
        fields.put(TRACKING_CODE, file.facts().trackingCode());
    }

    private static void standing(ApplicationFile file, Map<String, Object> fields) {
        putIfKnown(fields, OFFICE, file.officeId());
        putIfKnown(fields, OUTCOME, file.outcome());
        putIfKnown(fields, AWAITS, file.awaitsOwner() ? file.ownerId() : null);
        putIfKnown(
                fields,
                NEXT_DUE,
                ClockLedger.nextDue(file.process()).map(FilePages::text).orElse(null));
        putIfKnown(fields, FEES_TO_DRAW, feesToDraw(file.process()) ? text(file.changedAt()) : null);
        putIfKnown(fields, PAPERS_DUE, file.papersDue() > 0 ? text(file.changedAt()) : null);
        putIfKnown(fields, REQUESTS_DUE, file.requestsDue() > 0 ? text(file.changedAt()) : null);
        putIfKnown(fields, PAPERS_ASKED, PapersStanding.isAskedFor(file.process()) ? file.id() : null);
        fields.put(STAGE, file.stage());
        fields.put(PLACE, place(file.changedAt(), file.id()));
    }

    private static boolean feesToDraw(ProcessFile process) {
        ProcessFile.Kept known = process.evidence().get(SlipAccount.KIND);
        long drawn =
                known == null ? 0 : known.exhibit().content().path("assessment").asLong(0);
        return !process.hasEnded() && process.numberOf("fee-assessment") > drawn;
    }

    private static void putIfKnown(Map<String, Object> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** One row for each person who was ever named: present once, and marked when he no longer acts. */
    private static List<Row> rows(Page<ApplicationFile> page) {
        ApplicationFile file = page.body();
        return Stream.concat(
                        file.representatives().stream().map(one -> row(file.id(), one.personId(), one.since(), true)),
                        file.former().stream().map(one -> row(file.id(), one.personId(), one.since(), false)))
                .toList();
    }

    private static Row row(String file, String personId, long changed, boolean acts) {
        Document fields =
                new Document("personId", personId).append("applicationId", file).append("acts", acts);
        return new Row(PARTIES, personId + ":" + file, changed, fields);
    }
}
