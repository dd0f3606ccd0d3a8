package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.Evolution;
import ir.parvaneh.process.ProcessEvent;
import ir.parvaneh.process.ProcessFile;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ToldAndKeptTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_file_that_is_kept_is_the_one_its_events_tell() {
        FileStory story = FileStory.submitted()
                .decides(
                        "take-up",
                        "pass-scans",
                        "confirm-ownership",
                        "record-office-fee",
                        "record-visit",
                        "submit-inspection-report");
        String query = "/internal/events?source=/applications/files&aggregate=" + story.id;
        ProcessFile told = null;
        for (JsonNode event : CITY.get(Person.SERVICE, query).is(200).body()) {
            String type = event.get("type").asString();
            if (!type.equals("file-registered")) {
                told = Evolution.evolve(
                        told, process(type, event), event.get("number").asLong());
            }
        }
        JsonNode kept = CITY.page(story.id);
        assertThat(JSON.readTree(JSON.writeValueAsString(told))).isEqualTo(kept);
    }

    private static ProcessEvent process(String type, JsonNode event) {
        byte[] data = Base64.getDecoder().decode(event.get("data").asString());
        return JSON.readValue(data, ProcessEvent.of(type));
    }
}
