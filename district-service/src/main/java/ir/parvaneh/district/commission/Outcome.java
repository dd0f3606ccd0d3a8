package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the commission may decide; each is an action of its own in the first hearing and in review. */
enum Outcome {
    @JsonProperty("no-violation")
    NO_VIOLATION("no-violation", "find-no-violation"),
    @JsonProperty("fine")
    FINE("fine", "impose-fine"),
    @JsonProperty("demolition")
    DEMOLITION("demolition", "order-demolition"),
    @JsonProperty("restore-use")
    RESTORE_USE("restore-use", "order-restore-use");

    private final String wire;
    private final String firstAction;

    Outcome(String wire, String firstAction) {
        this.wire = wire;
        this.firstAction = firstAction;
    }

    String wire() {
        return wire;
    }

    /** The action of the process by which this is decided. */
    String action(boolean inReview) {
        return inReview ? "review-" + wire : firstAction;
    }

    /** Something on the plot has to go, or to change back. */
    boolean removes() {
        return this == DEMOLITION || this == RESTORE_USE;
    }
}
