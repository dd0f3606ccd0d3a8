package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Violation;
import java.time.LocalDate;
import java.util.List;

/**
 * The body that opens a docket.
 *
 * @param applicationId the file the violation was found on
 * @param reportedBy who reported it, or null when the caller did
 * @param stoppedOn when the works were stopped, or null
 */
record Referral(
        String applicationId, String reportedBy, LocalDate stoppedOn, Paper form, List<Item> items) {
    Referral {
        Required.of("applicationId", applicationId, "form", form, "items", items);
        items = List.copyOf(items);
    }

    /** One item of the violation form. */
    record Item(String kind, String usage, Double excess, Long keyMoneyRials, LocalDate violatedOn) {
        Item {
            Required.of("kind", kind, "usage", usage, "excess", excess, "violatedOn", violatedOn);
        }

        Violation told() {
            return new Violation(kind, usage, excess, keyMoneyRials, violatedOn);
        }
    }
}
