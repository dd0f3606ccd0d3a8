package ir.parvaneh.dev.city.audit;

import tools.jackson.databind.JsonNode;

/**
 * An entry of a history as the service's store holds it.
 *
 * @param place the number under which it lies
 * @param number the number it says
 */
public record StoredEntry(long place, String number, String type, String sealed, String hash) {

    static StoredEntry of(JsonNode json) {
        StringBuilder sealed = new StringBuilder();
        for (String field : new String[] {"source", "aggregate", "number", "id", "type", "at", "data"}) {
            sealed.append('\n').append(json.path(field).asString("null"));
        }
        for (String optional : new String[] {"traceparent", "key"}) {
            sealed.append('\n').append(json.path(optional).asString(""));
        }
        return new StoredEntry(
                json.path("place").asLong(),
                json.path("number").asString(""),
                json.path("type").asString("?"),
                sealed.toString(),
                json.path("hash").asString(""));
    }

    /** Does its hash follow from the one before and from what it says? */
    boolean follows(String before) {
        return following(before).equals(hash);
    }

    /** What its hash must be behind that one. */
    String following(String before) {
        return Digests.of(before + sealed);
    }

    @Override
    public String toString() {
        return "entry " + place + " (" + type + ")";
    }
}
