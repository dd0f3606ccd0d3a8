package ir.parvaneh.district.commission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which principles were missing, as article 100 names them. */
enum Ground {
    @JsonProperty("urban-planning")
    URBAN_PLANNING("urban-planning"),
    @JsonProperty("technical")
    TECHNICAL("technical"),
    @JsonProperty("health")
    HEALTH("health");

    private final String wire;

    Ground(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /** Demolition on this ground must be executed and never becomes a fine [S61]. */
    boolean ofSafety() {
        return this == TECHNICAL || this == HEALTH;
    }
}
