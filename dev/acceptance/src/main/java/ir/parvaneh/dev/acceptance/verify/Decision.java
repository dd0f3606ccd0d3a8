package ir.parvaneh.dev.acceptance.verify;

import tools.jackson.databind.JsonNode;

/** A desk's decision, or the file's refusal of one: both name opening, action and the instant the desk decided. */
record Decision(String source, String file, long opening, String action, String preparedBy, String decidedAt) {

    static Decision of(Entry event) {
        JsonNode said = event.json();
        return new Decision(
                event.source(),
                event.aggregate(),
                said.path("opening").asLong(),
                said.path("action").asString(""),
                said.path("preparedBy").asString(""),
                said.path("decidedAt").asString(""));
    }

    /** By which a refusal finds its decision. */
    String name() {
        return opening + " " + action + " " + decidedAt;
    }
}
