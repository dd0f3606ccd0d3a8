package ir.parvaneh.application.permit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.process.ProcessEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PermitEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Class<?>> CONTRACTS = Map.of(
            "begun", ir.parvaneh.contracts.Begun.class,
            "stage-entered", ir.parvaneh.contracts.StageEntered.class,
            "stage-left", ir.parvaneh.contracts.StageLeft.class,
            "fact-learned", ir.parvaneh.contracts.FactLearned.class,
            "deadline-missed", ir.parvaneh.contracts.DeadlineMissed.class,
            "ended", ir.parvaneh.contracts.Ended.class);

    /** What a neighbour reads with the contract's records is what the judge said, field by field. */
    @Test
    void every_event_of_a_permit_is_read_by_its_contract_without_loss() {
        PermitStory story = new PermitStory()
                .does("submit", "take-up", "pass-scans")
                .after(3)
                .late("ownership-check");
        story.does("confirm-ownership", "record-office-fee", "record-visit", "submit-inspection-report");
        story.does("approve-inspection", "confirm-status", "issue-plan-order").throughDesign();
        story.does("assess-fees", "object-to-fees", "uphold-fees").learns(SlipAccount.KIND);
        story.does("settle-fees", "confirm-settlement");
        story.does("draft-permit", "return-draft", "draft-permit", "return-to-plan-order", "withdraw");
        story.events.forEach(PermitEventsTest::reads);
        Set<String> types = story.events.stream().map(ProcessEvent::type).collect(Collectors.toSet());
        assertThat(types).isEqualTo(CONTRACTS.keySet());
    }

    private static void reads(ProcessEvent event) {
        JsonNode said = JSON.readTree(JSON.writeValueAsString(event));
        Object read = JSON.readValue(said.toString(), CONTRACTS.get(event.type()));
        JsonNode back = JSON.readTree(JSON.writeValueAsString(read));
        back.properties().forEach(field -> same(event, field.getKey(), field.getValue(), said));
    }

    /** A field the contract has and the event leaves out is null or empty. */
    private static void same(ProcessEvent event, String name, JsonNode read, JsonNode said) {
        if (!said.has(name)) {
            assertThat(read.isNull() || read.isEmpty())
                    .as(event.type() + "." + name)
                    .isTrue();
        } else if (!name.equals("actions")) {
            assertThat(read).as(event.type() + "." + name).isEqualTo(said.get(name));
        } else {
            assertThat(read.size()).isEqualTo(said.get(name).size());
        }
    }
}
