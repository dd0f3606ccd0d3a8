package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A seat of the commission [S39]; the judge presides [BK]. The municipality's representative reports, and has no vote. */
enum Seat {
    @JsonProperty("judge")
    JUDGE("judge"),
    @JsonProperty("council")
    COUNCIL("council"),
    @JsonProperty("interior")
    INTERIOR("interior"),
    @JsonProperty("municipal")
    MUNICIPAL("municipal");

    /** In the order of their signatures. */
    static final List<Seat> VOTING = List.of(JUDGE, COUNCIL, INTERIOR);

    private final String wire;

    Seat(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /** The role a person must hold to take it. */
    String role() {
        return "commission-" + wire;
    }

    boolean votes() {
        return this != MUNICIPAL;
    }
}
