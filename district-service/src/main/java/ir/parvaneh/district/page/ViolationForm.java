package ir.parvaneh.district.page;

import ir.parvaneh.chassis.store.Shape;
import ir.parvaneh.contracts.StageLeft;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the file says was built beside its permit: the evidence {@code violation-form} of the action that referred it.
 *
 * @param reportedBy who prepared that action
 * @param form the paper itself
 * @param stoppedOn the day the works were stopped, when it was found while they were; or null
 */
public record ViolationForm(String reportedBy, LocalDate foundOn, List<Item> items, Paper form, LocalDate stoppedOn) {
    private static final String SCHEMA = "violation-form";

    public ViolationForm {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** @param permitted and {@code found}: figures, or null where the kind has none */
    public record Item(String kind, Double permitted, Double found) {
        /** By how much it differs; 0 where nobody has measured it. */
        public double excess() {
            return permitted == null || found == null ? 0 : Math.abs(found - permitted);
        }
    }

    public record Paper(String kind, String digest, int pages) {}

    /** The form in a stage that was left, if it was left with one. */
    static Optional<ViolationForm> in(StageLeft left, LocalDate stoppedOn) {
        JsonNode exhibit = left.evidence() == null ? null : Shape.json().valueToTree(left.evidence());
        if (exhibit == null || !exhibit.path("schema").asString("").equals(SCHEMA)) {
            return Optional.empty();
        }
        ViolationForm form = Shape.json().treeToValue(exhibit.path("content"), ViolationForm.class);
        return Optional.of(new ViolationForm(left.preparedBy(), form.foundOn(), form.items(), form.form(), stoppedOn));
    }
}
