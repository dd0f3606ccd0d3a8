package ir.parvaneh.application.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.parvaneh.application.fee.Assessment.Item;
import ir.parvaneh.application.fee.Estimates.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {

    private static final Tariffs TARIFFS = Tariffs.load();
    private static final LocalDate IN_1404 = LocalDate.of(2025, 5, 3);
    private static final LocalDate FIRST_OF_1405 = LocalDate.of(2026, 3, 21);
    /** Five storeys, eight units, 1150 m² on a plot of 239.8 m² in district 6. */
    private static final Measures HOUSE =
            new Measures(6, "residential", new BigDecimal("239.8"), new BigDecimal("1150"), 5, 8);

    /** Area by price by coefficient, and so on, worked by hand from the tariff of 1404 [A, BK]. */
    @Test
    void an_assessment_is_what_a_clerk_works_out_by_hand() {
        Assessment assessment = TARIFFS.on(IN_1404).orElseThrow().assess(HOUSE, IN_1404);
        Map<String, Long> amounts =
                assessment.items().stream().collect(Collectors.toMap(Item::component, Item::amountRials));
        assertThat(amounts)
                .containsEntry("building-area", 1_173_000_000L) // 1150 × 6,800,000 × 0.150
                .containsEntry("density", 2_198_182_000L) // (1150 − 239.8 × 1.80) × 6,800,000 × 0.450 = 2,198,181,600
                .containsEntry("technical-control", 35_190_000L) // 3 % of the building-area levy
                .containsEntry("supervision", 13_800_000L) // 1150 × 12,000
                .containsEntry("education-share", 168_559_000L) // 5 % of 3,371,182,000 = 168,559,100
                .containsEntry("workers-insurance", 40_250_000L) // 1150 × 35,000
                .containsEntry("file-service", 12_000_000L); // 8 × 1,500,000
        assertThat(assessment.totalRials()).isEqualTo(3_640_981_000L);
        assertThat(assessment.tariffVersion()).isEqualTo("tehran-1404");
    }

    @Test
    void every_item_shows_its_formula_its_inputs_and_its_act() {
        Assessment assessment = TARIFFS.on(IN_1404).orElseThrow().assess(HOUSE, IN_1404);
        assertThat(assessment.items()).allSatisfy(item -> {
            assertThat(item.formula().fa()).isNotBlank();
            assertThat(item.formula().en()).isNotBlank();
            assertThat(item.inputs()).isNotEmpty();
            assertThat(item.legalAct()).isNotBlank();
        });
        assertThat(assessment.items().getFirst().inputs())
                .containsEntry("regionalPriceRials", 6_800_000L)
                .containsEntry("perMille", 150L);
    }

    @Test
    void the_total_is_the_sum_of_rounded_items_and_is_not_rounded_itself() {
        Assessment assessment = TARIFFS.on(IN_1404).orElseThrow().assess(HOUSE, IN_1404);
        assertThat(assessment.items())
                .allSatisfy(item -> assertThat(item.amountRials() % 1_000).isZero());
        assertThat(assessment.totalRials())
                .isEqualTo(
                        assessment.items().stream().mapToLong(Item::amountRials).sum());
    }

    @ParameterizedTest
    @CsvSource({"100, 190", "101, 190", "100000, 190"})
    void a_building_higher_than_every_band_is_priced_as_the_highest(int storeys, long perMille) {
        Measures tower = new Measures(6, "residential", new BigDecimal("239.8"), new BigDecimal("1150"), storeys, 8);
        Assessment assessment = TARIFFS.on(IN_1404).orElseThrow().assess(tower, IN_1404);
        assertThat(assessment.items().getFirst().inputs()).containsEntry("perMille", perMille);
    }

    @ParameterizedTest
    @CsvSource({"499, 0", "500, 1000", "1499.99, 1000", "1500, 2000", "2500, 3000", "0, 0"})
    void an_amount_is_rounded_half_up_once(BigDecimal exact, long rials) {
        assertThat(new Rounding(1_000).of(exact)).isEqualTo(rials);
    }

    @Test
    void the_edition_follows_from_the_day() {
        assertThat(TARIFFS.on(FIRST_OF_1405.minusDays(1)).orElseThrow().edition())
                .isEqualTo("tehran-1404");
        assertThat(TARIFFS.on(FIRST_OF_1405).orElseThrow().edition()).isEqualTo("tehran-1405");
        assertThat(TARIFFS.on(LocalDate.of(2019, 1, 1))).isEmpty();
        assertThat(TARIFFS.on(FIRST_OF_1405)
                        .orElseThrow()
                        .assess(HOUSE, FIRST_OF_1405)
                        .totalRials())
                .isGreaterThan(
                        TARIFFS.on(IN_1404).orElseThrow().assess(HOUSE, IN_1404).totalRials());
    }

    @Test
    void a_component_may_not_be_charged_twice_on_one_day() {
        Tariff good = TARIFFS.newest();
        List<Component> doubled = new java.util.ArrayList<>(good.components());
        doubled.add(good.components().getFirst());
        assertThatThrownBy(() -> with(good, doubled))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("building-area");
    }

    @Test
    void a_share_comes_after_what_it_is_a_share_of() {
        Tariff good = TARIFFS.newest();
        assertThatThrownBy(() -> with(good, good.components().reversed())).isInstanceOf(IllegalStateException.class);
    }

    private static Tariff with(Tariff good, List<Component> components) {
        return new Tariff(
                good.edition(),
                good.city(),
                good.currency(),
                good.from(),
                good.to(),
                good.rounding(),
                good.regionalPrices(),
                good.unsaid(),
                components,
                good.officeFees(),
                good.digest());
    }

    @Test
    void an_estimate_says_what_it_took_for_granted_and_what_the_office_may_take() {
        Plan plan = new Plan("PERMIT_NEW_BUILD", 6, "residential", new BigDecimal("240.5"), null, 5, null);
        Estimates.Estimate estimate = new Estimates(TARIFFS).of(plan, IN_1404).orElseThrow();
        assertThat(estimate.assumed()).containsExactly("grossAreaM2", "units");
        assertThat(estimate.assessment().items().getFirst().inputs().get("grossAreaM2"))
                .isEqualTo(new BigDecimal("721.5")); // 240.5 × 60 % × 5
        assertThat(estimate.officeFeeRials()).isEqualTo(12_500_000);
        assertThat(estimate.totalRials()).isEqualTo(estimate.assessment().totalRials() + 12_500_000);
    }

    @Test
    void an_office_that_takes_more_than_its_tariff_is_told_of() {
        OfficeCharges charges = new OfficeCharges(TARIFFS);
        Instant now = Instant.parse("2025-05-03T05:30:00Z");
        assertThat(charges.overcharge("PERMIT_NEW_BUILD", "office-017", 12_500_000, "office", now))
                .isEmpty();
        assertThat(charges.overcharge("PERMIT_NEW_BUILD", "office-017", 12_500_001, "citizen", now))
                .hasValueSatisfying(report -> {
                    assertThat(report.tariffRials()).isEqualTo(12_500_000);
                    assertThat(report.tariffAct()).isEqualTo("160/2182/34849");
                });
    }
}
