package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An amendment of an issued permit through the gateway: what it asks for, and what is left when it ends. */
final class AmendmentTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> SIGNATURES = List.of("district-expert", "district-head", "district-deputy");

    private final PermitFile file = PermitFile.drafted("citizen-0671", "office-034", 5);
    private final Till till = file.till();

    @Test
    void an_amendment_that_is_withdrawn_leaves_the_plans_and_the_levies_that_were_approved() {
        file.to("district-approval").play("approve-permit");
        JsonNode before = till.account();
        isAskedForAndItsPapersAreLookedAt();
        isOrderedDrawnAndAssessed(1_900);
        assertThat(till.account().path("outstandingRials").asLong()).isPositive();
        file.ownerDoes("withdraw-ordered-amendment", null);
        file.sign(
                "former-order-due",
                SIGNATURES,
                Map.of("action", "restore-plan-order", "evidence", file.evidence("plan-order")));
        file.await("permit-issued");
        theAccountIsAsItWas(before);
        assertThat(file.owner.get("/v1/applications/" + file.id + "/timeline").text())
                .contains("withdraw-ordered-amendment");
        FeeJourneyTest.theBooksAgree();
    }

    private void isAskedForAndItsPapersAreLookedAt() {
        file.ownerDoes("request-amendment", null, "one-storey-more");
        file.papers().bringsAnother("deed");
        Person clerk = file.person("office-clerk");
        Reply unseen = file.task(clerk, "amendment-scan-check")
                .decide(clerk, Map.of("action", "pass-amendment-scans"))
                .waiting()
                .send();
        assertThat(unseen.verdict()).isEqualTo("422 guard-refused");
        assertThat(unseen.at("/detail")).contains("scan");
        file.papers().checks();
        file.decides("office-clerk", "amendment-scan-check", "pass-amendment-scans", null);
    }

    private void isOrderedDrawnAndAssessed(int grossArea) {
        file.play("confirm-status");
        file.sign(
                "plan-order",
                SIGNATURES,
                Map.of("action", "issue-amended-plan-order", "evidence", file.evidence("plan-order")));
        file.play("appoint-designer");
        file.with("grossArea", grossArea).with("planVersion", 2);
        file.decides("designer", "amendment-drawing", "submit-plans", file.evidence("plans"));
        List.of("take-plans", "pass-plans", "approve-plans", "assess-fees").forEach(file::play);
        await("the amendment's slip").atMost(SOON).until(() -> !till.isSettled());
    }

    private void theAccountIsAsItWas(JsonNode before) {
        await("nothing owed")
                .atMost(SOON)
                .until(() ->
                        till.account().path("assessedRials").equals(before.path("assessedRials")) && till.isSettled());
        for (String sum : List.of("confirmedRials", "assessedRials", "outstandingRials", "overpaidRials")) {
            assertThat(till.account().path(sum)).as(sum).isEqualTo(before.path(sum));
        }
    }
}
