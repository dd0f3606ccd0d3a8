package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.iran.BillId;
import ir.parvaneh.iran.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Money from assessment to settlement, while the provider's callbacks go wrong in every way; each file is paid once. */
final class FeeJourneyTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CALLBACKS = "/v1/payments/callbacks/sandbox";
    private static final AtomicInteger OWNERS = new AtomicInteger(600);

    private final PermitFile file =
            PermitFile.drafted("citizen-%04d".formatted(OWNERS.incrementAndGet()), "office-033", 5);
    private final Till till = file.till();

    @ParameterizedTest
    @ValueSource(strings = {"plain", "lost", "doubled", "late", "forged"})
    void a_file_is_paid_exactly_once_however_its_callbacks_come(String manner) {
        file.to("fees-issued");
        JsonNode slip = till.slip();
        theSlipShowsWhatItIsFor(slip);
        long sent = RunningCity.here().payments().callbacksSent();
        nobodyPaysByPretending(slip);
        String order = till.pays(1, manner);
        till.awaitSettled();
        allCallbacksHaveCome(manner, sent);
        isPaidOnce(slip, order);
        file.play("settle-fees");
        file.play("confirm-settlement");
        file.to("district-approval").play("approve-permit");
        theFileAgreesToTheRial();
        theBooksAgree();
    }

    private void theSlipShowsWhatItIsFor(JsonNode slip) {
        assertThat(slip.path("state").asString()).isEqualTo("issued");
        assertThat(slip.path("items")
                        .valueStream()
                        .mapToLong(item -> item.path("amountRials").asLong())
                        .sum())
                .isEqualTo(slip.path("totalRials").asLong());
        assertThat(slip.path("items").valueStream()).allSatisfy(item -> {
            assertThat(item.at("/formula/fa").asString()).isNotBlank();
            assertThat(item.path("inputs").isEmpty()).isFalse();
        });
        BillId bill = BillId.parse(slip.path("billId").asString()).orThrow();
        PaymentId payment =
                PaymentId.parse(bill, slip.at("/parts/0/paymentId").asString()).orThrow();
        assertThat(payment.rials()).isEqualTo(slip.path("payableRials").asLong());
    }

    /** Before anything is paid: a stranger's callback, and a mere statement of the owner's. */
    private void nobodyPaysByPretending(JsonNode slip) {
        Reply begun = till.begins(slip.path("id").asString(), 1);
        Reply forged = called(begun.at("/orderId"), slip, "v1=" + "0".repeat(64));
        assertThat(forged.verdict()).isEqualTo("401 callback-forged");
        Reply unsigned = called(begun.at("/orderId"), slip, null);
        assertThat(unsigned.verdict()).isEqualTo("401 callback-forged");
        assertThat(till.isSettled()).isFalse();
        assertThat(till.slip().path("state").asString()).isEqualTo("issued");
    }

    private static Reply called(String order, JsonNode slip, String signature) {
        return new Ask("POST", CALLBACKS)
                .json(Map.of("orderId", order, "state", "paid", "amountRials", slip.path("payableRials")))
                .header("Payment-Timestamp", Long.toString(Instant.now().getEpochSecond()))
                .header("Payment-Nonce", UUID.randomUUID().toString())
                .header("Payment-Signature", signature)
                .send();
    }

    /** A late one comes after the reconciliation has done its work. */
    private static void allCallbacksHaveCome(String manner, long before) {
        long expected = Map.of("plain", 1L, "lost", 0L, "doubled", 3L, "late", 1L, "forged", 1L)
                .get(manner);
        await("all callbacks")
                .atMost(SOON)
                .until(() -> RunningCity.here().payments().callbacksSent() >= before + expected);
    }

    private void isPaidOnce(JsonNode slip, String order) {
        await("confirmed")
                .atMost(SOON)
                .until(() -> till.slip().path("state").asString().equals("confirmed"));
        JsonNode paid = till.slip();
        assertThat(paid.path("confirmedRials").asLong())
                .isEqualTo(slip.path("totalRials").asLong());
        List<JsonNode> attempts = paid.at("/parts/0/attempts").valueStream().toList();
        assertThat(attempts).hasSize(1);
        assertThat(attempts.getFirst().path("orderId").asString()).isEqualTo(order);
        assertThat(attempts.getFirst().path("state").asString()).isEqualTo("confirmed");
        assertThat(till.begins(paid.path("id").asString(), 1).verdict()).isEqualTo("409 already-paid");
    }

    private void theFileAgreesToTheRial() {
        JsonNode account = till.account();
        assertThat(file.now().path("stage").asString()).isEqualTo("permit-issued");
        assertThat(account.path("confirmedRials")).isEqualTo(account.path("assessedRials"));
        assertThat(account.path("outstandingRials").asLong()).isZero();
        assertThat(account.at("/office/overcharged").asBoolean()).isFalse();
        long actual = account.path("assessedRials").asLong()
                + account.at("/office/chargedRials").asLong();
        assertThat(account.path("actualRials").asLong()).isEqualTo(actual);
        assertThat(account.path("differenceRials").asLong())
                .isEqualTo(actual - account.at("/estimate/totalRials").asLong());
    }

    static void theBooksAgree() {
        Person auditor = new Person("auditor-1");
        await("books that agree").atMost(SOON).untilAsserted(() -> {
            JsonNode statement = auditor.get("/v1/payments/statement").json();
            assertThat(statement.path("city")).as(statement.toString()).isEqualTo(statement.path("provider"));
            assertThat(statement.path("agree").asBoolean()).isTrue();
        });
    }

    /** A callback that was recorded is of no use to whoever plays it again, be it a second later. */
    @Test
    void a_callback_counts_once_and_not_for_long() {
        SignedCallback genuine = SignedCallback.of("no-such-order-1-1", Instant.now());
        assertThat(genuine.send().status()).isEqualTo(204);
        assertThat(genuine.send().verdict()).isEqualTo("409 callback-replayed");
        SignedCallback old =
                SignedCallback.of("no-such-order-1-1", Instant.now().minusSeconds(600));
        assertThat(old.send().verdict()).isEqualTo("401 callback-stale");
    }

    @Test
    void an_objection_brings_a_new_slip_and_money_for_the_old_one_goes_back() {
        file.to("fees-issued");
        JsonNode first = till.slip();
        Reply begun = till.begins(first.path("id").asString(), 1);
        file.play("object-to-fees");
        file.play("uphold-fees");
        JsonNode second = await("a second slip").atMost(SOON).until(till::slip, slip -> !slip.path("id")
                .equals(first.path("id")));
        till.paysAt(begun.at("/payUrl"), "lost");
        await("the old money given back")
                .atMost(SOON)
                .until(() -> till.account().path("refundedRials").asLong()
                        == first.path("totalRials").asLong());
        assertThat(till.isSettled()).isFalse();
        assertThat(till.begins(first.path("id").asString(), 1).verdict()).isEqualTo("409 slip-cancelled");
        till.pays(1, "plain");
        till.awaitSettled();
        file.play("settle-fees");
        assertThat(till.account().path("confirmedRials").asLong())
                .isEqualTo(second.path("totalRials").asLong());
        theBooksAgree();
    }

    /** The bank's doubts send the file back to its owner, who disputes the fees; what he paid already covers them. */
    @Test
    void what_was_paid_is_not_asked_for_again_after_a_new_assessment() {
        file.to("fees-settled");
        String paid = till.slip().path("id").asString();
        file.play("refuse-settlement");
        file.play("object-to-fees");
        file.play("uphold-fees");
        JsonNode covered = await("a second slip")
                .atMost(SOON)
                .until(till::slip, slip -> !slip.path("id").asString().equals(paid));
        assertThat(covered.path("payableRials").asLong()).isZero();
        assertThat(covered.path("creditRials")).isEqualTo(covered.path("totalRials"));
        till.awaitSettled();
        file.play("settle-fees");
        theBooksAgree();
    }

    @Test
    void instalments_are_arranged_before_payment_and_the_first_settles() {
        file.to("fees-issued");
        JsonNode slip = till.slip();
        String id = slip.path("id").asString();
        Reply tooMany = arrange(id, 13);
        assertThat(tooMany.verdict()).isEqualTo("422 instalments-not-allowed");
        assertThat(arrange(id, 3).status()).isEqualTo(200);
        assertThat(till.slip().path("parts").size()).isEqualTo(3);
        till.pays(1, "doubled");
        till.awaitSettled();
        file.play("settle-fees");
        till.pays(2, "lost");
        till.pays(3, "late");
        await("all instalments")
                .atMost(SOON)
                .until(() -> till.slip().path("state").asString().equals("confirmed"));
        assertThat(till.account().path("outstandingRials").asLong()).isZero();
        theBooksAgree();
    }

    @Test
    void a_withdrawn_file_gets_its_money_back() {
        file.to("fees-issued");
        till.pays(1, "plain");
        till.awaitSettled();
        await("confirmed")
                .atMost(SOON)
                .until(() -> till.slip().path("state").asString().equals("confirmed"));
        String refund = "/v1/slips/" + till.slip().path("id").asString() + "/refund";
        Person expert = file.person("district-income-expert");
        assertThat(refund(refund, expert).verdict()).isEqualTo("409 refund-not-due");
        Reply withdrawn = Ask.post("/v1/applications/" + file.id + "/actions", Map.of("action", "withdraw"))
                .as(file.owner)
                .ifMatch(file.seenBy(file.owner).etag())
                .send();
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(refund(refund, file.owner).verdict()).isEqualTo("403 forbidden");
        assertThat(refund(refund, expert).status()).isEqualTo(200);
        await("money back")
                .atMost(SOON)
                .until(() -> till.account().path("refundedRials").asLong() > 0);
        assertThat(till.account().path("confirmedRials").asLong()).isZero();
        assertThat(refund(refund, expert).verdict()).isEqualTo("409 nothing-to-refund");
        theBooksAgree();
    }

    private Reply refund(String path, Person person) {
        String slip = path.substring(0, path.length() - "/refund".length());
        return new Ask("POST", path)
                .as(person)
                .key(UUID.randomUUID().toString())
                .ifMatch(file.owner.get(slip).etag())
                .send();
    }

    private Reply arrange(String slipId, int count) {
        return Ask.post("/v1/slips/" + slipId + "/instalments", Map.of("count", count))
                .as(file.owner)
                .ifMatch(file.owner.get("/v1/slips/" + slipId).etag())
                .send();
    }

    @Test
    void a_citizen_who_paid_an_office_too_much_is_heard() {
        Reply fair =
                file.owner.post("/v1/applications/" + file.id + "/office-charges", Map.of("amountRials", 12_500_000));
        assertThat(fair.json().path("overcharge").asBoolean()).isFalse();
        Reply dear =
                file.owner.post("/v1/applications/" + file.id + "/office-charges", Map.of("amountRials", 72_500_000));
        assertThat(dear.json().path("overcharge").asBoolean()).isTrue();
        List<String> told = file.owner
                .get("/v1/applications/" + file.id + "/timeline")
                .json()
                .path("items")
                .valueStream()
                .map(moment -> moment.path("type").asString())
                .toList();
        assertThat(told).endsWith("office-charge-reported", "office-charge-reported", "office-overcharge-reported");
    }

    @Test
    void what_it_will_cost_is_told_before_anything_is_filed() {
        Reply estimate = Person.NOBODY.get("/v1/fees/estimate?requestType=PERMIT_NEW_BUILD&districtNo=6"
                + "&usage=residential&plotAreaM2=240.5&storeys=5&units=8&on=2025-05-03");
        assertThat(estimate.status()).as(estimate.toString()).isEqualTo(200);
        assertThat(estimate.at("/assessment/tariffVersion")).isEqualTo("tehran-1404");
        assertThat(estimate.json().path("totalRials").asLong()).isPositive();
        assertThat(Person.NOBODY
                        .get("/v1/fees/estimate?requestType=X&districtNo=23&usage=residential&plotAreaM2=1&storeys=1")
                        .verdict())
                .isEqualTo("400 parameter-invalid");
    }
}
