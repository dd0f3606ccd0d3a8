package ir.parvaneh.application;

import static ir.parvaneh.application.TestCity.CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ir.parvaneh.contracts.FineDemanded;
import ir.parvaneh.contracts.Sources;
import ir.parvaneh.contracts.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A fine of article 100 on its slip, wherever the file stands; the docket is played by its events. */
class FinesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long RIALS = 877_500_000L;

    private final FileStory file = FileStory.drafted();
    private final String docket = file.id + ".ab12cd34";
    private final String slip = "/v1/slips/" + docket + "-fine";

    private void demanded() {
        CITY.tell(Topics.DISTRICTS, Sources.DOCKETS, docket, 1, "docket-opened", Map.of("applicationId", file.id));
        var fine =
                new FineDemanded(file.id, "100-ab12cd34", 7, RIALS, LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 2));
        CITY.tell(Topics.DISTRICTS, Sources.DOCKETS, docket, 2, "fine-demanded", fine);
        await().atMost(SOON).until(() -> state().equals("issued"));
    }

    private String state() {
        return CITY.get(file.owner, slip).body().path("state").asString("");
    }

    private JsonNode account() {
        return CITY.get(file.owner, file.path() + "/fees").is(200).body();
    }

    @Test
    void a_demanded_fine_is_paid_on_its_slip_and_counts_for_no_levy() {
        demanded();
        JsonNode drawn = CITY.get(file.owner, slip).is(200).body();
        assertThat(drawn.path("totalRials").asLong()).isEqualTo(RIALS);
        assertThat(drawn.at("/fine/docketId").asString()).isEqualTo(docket);
        assertThat(drawn.at("/items/0/component").asString()).isEqualTo("article-100-fine");
        assertThat(drawn.path("billId").asString()).isNotBlank();
        CITY.get(Person.citizen("a-stranger"), slip).is(404);
        CITY.post(Person.atDistrict("district-income-expert", 7), slip + "/payments", Map.of("part", 1))
                .is(403);
        CITY.pay(CITY.post(file.owner, slip + "/payments", Map.of("part", 1))
                .is(201)
                .text("/payUrl"));
        await().atMost(SOON).until(() -> state().equals("confirmed"));
        JsonNode account = account();
        assertThat(account.path("slips")).isEmpty();
        assertThat(account.path("fines")).hasSize(1);
        assertThat(account.at("/fines/0/confirmedRials").asLong()).isEqualTo(RIALS);
        assertThat(account.path("confirmedRials").asLong()).isZero();
        assertThat(account.path("overpaidRials").asLong()).isZero();
        assertThat(account.path("settled").asBoolean()).isFalse();
        assertThat(CITY.page(file.id).path("evidence").has("slip-account")).isFalse();
    }

    @Test
    void a_fine_is_owed_after_the_file_has_ended_and_is_not_given_back_with_it() {
        demanded();
        file.acts("withdraw").is(200);
        CITY.pay(CITY.post(file.owner, slip + "/payments", Map.of("part", 1))
                .is(201)
                .text("/payUrl"));
        await().atMost(SOON).until(() -> state().equals("confirmed"));
        Person income = Person.atDistrict("district-income-expert", 7);
        Answer refund = CITY.post(
                income,
                slip + "/refund",
                Map.of(),
                "If-Match",
                CITY.get(income, slip).etag());
        assertThat(refund.is(409).text("/code")).isEqualTo("fine-not-refundable");
    }
}
