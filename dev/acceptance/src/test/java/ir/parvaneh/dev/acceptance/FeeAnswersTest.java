package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An objection is answered, what was paid too much goes back, and an extension costs what its tariff says. */
final class FeeAnswersTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger OWNERS = new AtomicInteger(640);

    private final PermitFile file =
            PermitFile.drafted("citizen-%04d".formatted(OWNERS.incrementAndGet()), "office-033", 5);
    private final Till till = file.till();

    @Test
    void an_objection_is_right_the_figure_falls_and_what_was_paid_too_much_goes_back_in_part() {
        file.to("fees-settled");
        String first = till.slip().path("id").asString();
        long paid = till.account().path("confirmedRials").asLong();
        file.play("refuse-settlement");
        file.play("object-to-fees");
        assertThat(order(file.person("district-income-expert")).verdict()).isEqualTo("409 nothing-overpaid");
        theDistrictCorrects(1_000);
        file.with("grossArea", 1_000);
        file.play("assess-fees");
        JsonNode lower = await("a lower slip")
                .atMost(SOON)
                .until(till::slip, slip -> !slip.path("id").asString().equals(first));
        long owed = lower.path("totalRials").asLong();
        assertThat(owed).isLessThan(paid);
        till.awaitSettled();
        assertThat(till.account().path("overpaidRials").asLong()).isEqualTo(paid - owed);
        whatIsTooMuchGoesBackOnce(paid - owed);
        assertThat(till.account().path("confirmedRials").asLong()).isEqualTo(owed);
        assertThat(till.account().path("outstandingRials").asLong()).isZero();
        file.play("settle-fees");
        file.play("confirm-settlement");
        file.to("district-approval").play("approve-permit");
        FeeJourneyTest.theBooksAgree();
    }

    private void whatIsTooMuchGoesBackOnce(long tooMuch) {
        Person expert = file.person("district-income-expert");
        assertThat(order(file.owner).verdict()).isEqualTo("403 forbidden");
        String key = UUID.randomUUID().toString();
        Reply ordered = order(expert, key);
        assertThat(ordered.status()).as(ordered.toString()).isEqualTo(201);
        assertThat(ordered.json().path("orderedBackRials").asLong()).isEqualTo(tooMuch);
        Reply again = order(expert, key);
        assertThat(again.json().path("orderedBackRials").asLong()).isEqualTo(tooMuch);
        assertThat(order(expert).verdict()).isEqualTo("409 nothing-overpaid");
        await("the rest given back")
                .atMost(SOON)
                .until(() -> till.account().path("refundedRials").asLong() == tooMuch);
        assertThat(till.account().path("overpaidRials").asLong()).isZero();
    }

    private Reply order(Person person) {
        return order(person, UUID.randomUUID().toString());
    }

    private Reply order(Person person, String key) {
        return new Ask("POST", "/v1/applications/" + file.id + "/refunds")
                .as(person)
                .key(key)
                .send();
    }

    private void theDistrictCorrects(int grossArea) {
        Map<String, Object> body = Map.of(
                "action", "correct-measures",
                "evidence", Map.of("grossAreaM2", grossArea),
                "reasons", List.of(Map.of("code", "area-miscounted", "text", "the stairwell was counted twice")));
        file.sign("fees-assessment", List.of("district-expert", "district-head"), body);
    }

    @Test
    void an_objection_that_is_wrong_is_dismissed_with_reasons_the_owner_reads() {
        file.to("fees-issued");
        JsonNode first = till.slip();
        file.play("object-to-fees");
        Task task = file.task(file.person("district-income-expert"), "fees-assessment");
        Reply plain = task.decide(
                        file.person("district-income-expert"),
                        Map.of("action", "assess-fees", "evidence", till.proposal(), "reasons", List.of()))
                .waiting()
                .send();
        assertThat(plain.verdict()).isEqualTo("422 guard-refused");
        assertThat(plain.text()).contains("An objection to the fees is answered first");
        file.play("uphold-fees");
        JsonNode second = await("another slip").atMost(SOON).until(till::slip, slip -> !slip.path("id")
                .equals(first.path("id")));
        assertThat(second.path("totalRials")).isEqualTo(first.path("totalRials"));
        assertThat(second.at("/items/0/formula/fa").asString()).isNotBlank();
        assertThat(file.owner.get("/v1/applications/" + file.id + "/timeline").text())
                .contains("as-the-tariff-says");
        file.play("settle-fees");
        FeeJourneyTest.theBooksAgree();
    }

    @Test
    void an_extension_costs_what_the_tariff_makes_of_the_permits_own_money() {
        file.to("district-approval").play("approve-permit");
        long paid = till.account().path("confirmedRials").asLong();
        PermitFile extension = PermitFile.about(file, "PERMIT_EXTENSION");
        Person expert = file.person("district-income-expert");
        assertThat(expert.get("/v1/applications/" + extension.id + "/fees/proposal")
                        .verdict())
                .isEqualTo("409 fees-not-computable");
        Reply submitted = Ask.post(
                        "/v1/applications/" + extension.id + "/actions",
                        Map.of("action", "submit", "evidence", Map.of("consent", true, "months", 6)))
                .as(file.owner)
                .ifMatch(extension.seenBy(file.owner).etag())
                .send();
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(200);
        extension.play("assess-fees");
        JsonNode slip = extension.till().slip();
        JsonNode share = slip.path("items")
                .valueStream()
                .filter(item -> item.path("component").asString().equals("extension-share"))
                .findFirst()
                .orElseThrow();
        assertThat(share.path("amountRials").asLong()).isEqualTo(Math.round(paid / 20.0 / 1_000) * 1_000);
        assertThat(share.at("/inputs/paidRials").asLong()).isEqualTo(paid);
        assertThat(share.at("/formula/en").asString()).contains("months asked for");
        extension.play("settle-fees");
        extension.play("confirm-settlement");
        FeeJourneyTest.theBooksAgree();
    }

    @Test
    void what_a_request_about_a_permit_costs_is_not_guessed() {
        Reply estimate = Person.NOBODY.get("/v1/fees/estimate?requestType=PERMIT_EXTENSION&districtNo=6"
                + "&usage=residential&plotAreaM2=240.5&storeys=5");
        assertThat(estimate.verdict()).isEqualTo("422 estimate-not-offered");
        assertThat(Person.NOBODY.get("/v1/fees/tariffs").json().path("items").valueStream())
                .extracting(edition -> edition.path("edition").asString())
                .containsExactly("tehran-1404", "tehran-1405", "requests-1404", "requests-1405");
    }
}
