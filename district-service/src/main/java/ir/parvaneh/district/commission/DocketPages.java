package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.chassis.store.Sha256;
import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import ir.parvaneh.process.ClockLedger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How dockets are kept and found; lists are in the order of {@code place}, as those of files are. */
final class DocketPages {
    static final String APPLICATION = "applicationId";
    static final String OWNER = "ownerId";
    static final String DISTRICT = "districtNo";
    static final String STAGE = "stage";
    static final String PLACE = "place";
    static final String NEXT_DUE = "nextDueAt";

    private static final int DIGITS = 8;

    private DocketPages() {}

    static Pages.Definition<Docket> definition() {
        return new Pages.Definition<>(
                "dockets",
                Sources.DOCKETS,
                Topics.DISTRICTS,
                Docket.class,
                Docket::blank,
                DocketPages::found,
                indexes(),
                page -> List.of());
    }

    /** The field that names who sits in a seat. */
    static String field(Seat seat) {
        return seat.wire() + "Id";
    }

    static String place(Docket docket) {
        return Shape.text(docket.changedAt()) + "~" + docket.id();
    }

    /** The id of an application's first, second, third docket. */
    static String idOf(String applicationId, int number) {
        byte[] hash = Sha256.of(applicationId + "#" + number);
        return applicationId + "." + HexFormat.of().formatHex(hash, 0, DIGITS / 2);
    }

    private static List<Index> indexes() {
        return List.of(
                Index.on(OWNER, PLACE),
                Index.on(DISTRICT, PLACE),
                Index.on(APPLICATION),
                Index.on(PLACE),
                Index.sparse(field(Seat.JUDGE)),
                Index.sparse(field(Seat.COUNCIL)),
                Index.sparse(field(Seat.INTERIOR)),
                Index.sparse(field(Seat.MUNICIPAL)),
                Index.sparse(NEXT_DUE));
    }

    private static Map<String, Object> found(Docket docket) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (docket.exists()) {
            fields.put(APPLICATION, docket.facts().applicationId());
            fields.put(OWNER, docket.facts().ownerId());
            fields.put(DISTRICT, docket.facts().districtNo());
            fields.put(STAGE, docket.stage());
            fields.put(PLACE, place(docket));
            docket.sitting().bench().forEach(one -> fields.put(field(one.seat()), one.personId()));
            ClockLedger.nextDue(docket.process()).map(DocketPages::text).ifPresent(due -> fields.put(NEXT_DUE, due));
        }
        return fields;
    }

    static String text(Instant instant) {
        return Shape.text(instant);
    }
}
