package ir.parvaneh.iran.planted;

import tools.jackson.databind.JsonNode;

/** Planted: a calendar that needs more than the JDK and ICU. */
public record CalendarWithJson(JsonNode holidays) {}
