package ir.parvaneh.district.commission;

import ir.parvaneh.chassis.web.Required;
import ir.parvaneh.contracts.Violation;
import ir.parvaneh.district.page.ViolationForm;
import java.time.LocalDate;
import java.util.List;

/**
 * The body that opens a docket. What is left out is taken from the violation form the file was referred with.
 *
 * @param applicationId the file the violation was found on
 * @param reportedBy who reported it, or null when the form or the caller did
 * @param stoppedOn when the works were stopped, or null
 * @param usage of what the form's items name; needed only when the items are taken from the form
 */
record Referral(
        String applicationId, String reportedBy, LocalDate stoppedOn, Paper form, List<Item> items, String usage) {
    Referral {
        Required.of("applicationId", applicationId);
        items = items == null ? List.of() : List.copyOf(items);
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

    Referral filledFrom(ViolationForm found) {
        if (found == null) {
            return this;
        }
        Paper paper = new Paper(
                found.form().kind(), found.form().digest(), found.form().pages());
        return new Referral(
                applicationId,
                reportedBy == null ? found.reportedBy() : reportedBy,
                stoppedOn,
                form == null ? paper : form,
                items.isEmpty() && usage != null ? itemsOf(found) : items,
                usage);
    }

    /** An item without figures says nothing of how much; the expert must. */
    private List<Item> itemsOf(ViolationForm found) {
        boolean measured = found.items().stream().allMatch(item -> item.excess() > 0);
        return !measured
                ? List.of()
                : found.items().stream()
                        .map(item -> new Item(item.kind(), usage, item.excess(), null, found.foundOn()))
                        .toList();
    }
}
