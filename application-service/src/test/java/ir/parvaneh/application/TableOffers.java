package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who signs each action of a file's table, and under which conditions, as the public table has it. */
final class TableOffers {

    private TableOffers() {}

    /** By action: {@code signedBy} and {@code provided}. */
    static Map<String, Map<String, Object>> of(Answer file) {
        String table = file.text("/process") + "/" + file.text("/edition");
        Map<String, Map<String, Object>> offers = new HashMap<>();
        collect(CITY.get(null, "/v1/processes/" + table).is(200).body(), offers);
        return offers;
    }

    private static void collect(JsonNode node, Map<String, Map<String, Object>> offers) {
        if (node.has("signedBy")) {
            List<String> roles = new ArrayList<>();
            node.get("signedBy").forEach(role -> roles.add(role.asString()));
            List<String> guards = node.path("provided")
                    .valueStream()
                    .map(BroughtPapers::guard)
                    .toList();
            offers.put(node.get("name").asString(), Map.of("signedBy", roles, "provided", guards));
        }
        node.forEach(child -> collect(child, offers));
    }
}
