package ir.parvaneh.process;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a process may not do to a citizen: call him to two places, or put who he is into evidence. */
final class CitizenRules {

    private static final Set<String> PLACES = Set.of("office", "district");

    /** Property names, in lower case without marks, that hold who somebody is. */
    private static final Set<String> PERSONAL = Set.of(
            "name",
            "firstname",
            "lastname",
            "fullname",
            "fathername",
            "familyname",
            "surname",
            "nationalid",
            "nationalcode",
            "birthdate",
            "birthcertificate",
            "mobile",
            "phone",
            "telephone",
            "email",
            "address",
            "postalcode",
            "photograph",
            "iban",
            "cardnumber");

    private final ProcessTable table;
    private final Findings findings;

    CitizenRules(ProcessTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    void check() {
        Map<String, Action> places = new TreeMap<>();
        for (Stage stage : table.allStages()) {
            for (Action action : stage.actions().values()) {
                place(action, places);
                evidence(action);
            }
        }
        table.anywhere().values().forEach(this::evidence);
    }

    private void place(Action action, Map<String, Action> places) {
        String place = action.presence();
        if (place == null) {
            return;
        }
        if (!PLACES.contains(place)) {
            findings.add(action.line(), "one-door", "'" + place + "' is no place; known are " + PLACES);
        }
        places.putIfAbsent(place, action);
        if (places.size() > 1 && places.get(place) == action) {
            findings.add(
                    action.line(),
                    "one-door",
                    "'" + action.name() + "' calls the citizen to the " + place + ", and another action elsewhere");
        }
    }

    private void evidence(Action action) {
        if (action.evidence() == null) {
            return;
        }
        String schema = table.catalogue().kind(action.evidence()).orElseThrow().schema();
        look(action, Json.parse(schema));
    }

    private void look(Action action, JsonNode schema) {
        schema.path("properties").propertyNames().forEach(name -> {
            if (personal(name)) {
                findings.add(
                        action.line(),
                        "personal-evidence",
                        "the evidence '" + action.evidence() + "' has the personal field '" + name + "'");
            }
        });
        schema.forEach(inner -> look(action, inner));
    }

    private static boolean personal(String property) {
        String plain = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return PERSONAL.contains(plain)
                || PERSONAL.stream().anyMatch(word -> word.length() > 4 && plain.endsWith(word));
    }
}
