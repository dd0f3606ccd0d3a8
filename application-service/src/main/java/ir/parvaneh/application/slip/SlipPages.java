package ir.parvaneh.application.slip;

import ir.parvaneh.chassis.store.Index;
import ir.parvaneh.chassis.store.Pages;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How slips are kept and found. */
final class SlipPages {

    static final String APPLICATION = "applicationId";
    static final String STATE = "state";
    /** Real milliseconds since when an attempt waits for the provider's word; absent when none does. */
    static final String AWAITS_SINCE = "awaitsSince";

    /** Present while a slip waits for the number of its bill. */
    static final String TO_ISSUE = "toIssue";
    /** Present while payments are to be told that they give back what was ordered back. */
    static final String TO_PLACE = "toPlace";

    private SlipPages() {}

    static Pages.Definition<Slip> definition() {
        return new Pages.Definition<>(
                "slips",
                Sources.SLIPS,
                Topics.APPLICATIONS,
                Slip.class,
                Slip::blank,
                SlipPages::found,
                List.of(
                        Index.on(APPLICATION),
                        Index.sparse(AWAITS_SINCE),
                        Index.sparse(TO_ISSUE),
                        Index.sparse(TO_PLACE)),
                page -> List.of());
    }

    private static Map<String, Object> found(Slip slip) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (slip.exists()) {
            fields.put(APPLICATION, slip.applicationId());
            fields.put(STATE, slip.state().name());
            if (slip.awaitsBill()) {
                fields.put(TO_ISSUE, slip.id());
            }
            if (slip.hasToPlace()) {
                fields.put(TO_PLACE, slip.id());
            }
            slip.awaitsSince().ifPresent(since -> fields.put(AWAITS_SINCE, since));
        }
        return fields;
    }
}
