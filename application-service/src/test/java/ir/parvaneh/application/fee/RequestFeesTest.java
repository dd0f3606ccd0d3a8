package ir.parvaneh.application.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.parvaneh.application.fee.Assessment.Item;
import ir.parvaneh.application.fee.RequestCase.Completion;
import ir.parvaneh.application.fee.RequestCase.Extension;
import ir.parvaneh.application.fee.RequestCase.PermitLevies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFeesTest {

    private static final Tariffs TARIFFS = Tariffs.load();
    private static final LocalDate IN_1404 = LocalDate.of(2025, 5, 3);
    private static final LocalDate IN_1405 = LocalDate.of(2026, 5, 3);
    private static final Measures HOUSE =
            new Measures(6, "residential", new BigDecimal("239.8"), new BigDecimal("1150"), 5, 8);

    private static Map<String, Long> charged(String process, RequestCase asked, LocalDate day) {
        Assessment assessment = TARIFFS.assess(process, asked, day).orElseThrow();
        assertThat(assessment.totalRials())
                .isEqualTo(
                        assessment.items().stream().mapToLong(Item::amountRials).sum());
        assertThat(assessment.items()).allSatisfy(item -> {
            assertThat(item.formula().fa()).isNotBlank();
            assertThat(item.formula().en()).isNotBlank();
            assertThat(item.inputs()).isNotEmpty();
            assertThat(item.legalAct()).isNotBlank();
            assertThat(item.amountRials()).isPositive();
        });
        return assessment.items().stream().collect(Collectors.toMap(Item::component, Item::amountRials));
    }

    private static PermitLevies leviesOf1404(long paid) {
        Assessment issued = TARIFFS.on(IN_1404).orElseThrow().assess(HOUSE, IN_1404);
        Map<String, Long> items = issued.items().stream().collect(Collectors.toMap(Item::component, Item::amountRials));
        return new PermitLevies(HOUSE, IN_1404, items, issued.totalRials(), paid);
    }

    /** Levies of 1404: 1,173,000,000 + 2,198,182,000 + 35,190,000 + 13,800,000 = 3,420,172,000, worked by hand. */
    @Test
    void a_first_extension_is_the_difference_and_a_tenth_of_what_was_paid() {
        var asked = new Extension(12, 0, leviesOf1404(3_640_981_000L));
        assertThat(charged("permit-extension", asked, IN_1405))
                // 1405: 1150 × 8,500,000 × 0.150 = 1,466,250,000; (1150 − 431.64) × 8,500,000 × 0.450 = 2,747,727,000;
                // 3 % of the first = 43,987,500, rounded 43,988,000; 1150 × 15,000 = 17,250,000. In all 4,275,215,000.
                .containsEntry("levy-difference", 4_275_215_000L - 3_420_172_000L)
                .containsEntry("extension-share", 364_098_000L) // 364,098,100
                .hasSize(2);
    }

    @Test
    void a_later_extension_is_charged_a_fifth_and_half_a_year_half_of_it() {
        assertThat(charged("permit-extension", new Extension(12, 1, leviesOf1404(1_000_000_000)), IN_1405))
                .containsEntry("extension-share", 200_000_000L);
        assertThat(charged("permit-extension", new Extension(6, 1, leviesOf1404(1_000_000_000)), IN_1405))
                .containsEntry("extension-share", 100_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"1, 8333000", "5, 41667000", "7, 58333000", "11, 91667000"})
    void a_month_is_a_twelfth_of_a_year_and_only_the_amount_is_rounded(int months, long rials) {
        assertThat(charged("permit-extension", new Extension(months, 0, leviesOf1404(1_000_000_000)), IN_1405))
                .containsEntry("extension-share", rials);
    }

    @Test
    void levies_that_fell_are_not_given_back_and_nought_is_left_out() {
        assertThat(charged("permit-extension", new Extension(12, 0, leviesOf1404(3_000_000_000L)), IN_1404))
                .containsOnlyKeys("extension-share");
    }

    @Test
    void a_permit_whose_levies_do_not_stand_in_the_system_is_extended_for_the_least() {
        assertThat(charged("permit-extension", new Extension(12, 0, null), IN_1404))
                .isEqualTo(Map.of("least-extension-charge", 24_000_000L));
        assertThat(charged("permit-extension", new Extension(12, 0, leviesOf1404(100_000_000L)), IN_1404))
                .isEqualTo(Map.of("extension-share", 10_000_000L, "least-extension-charge", 14_000_000L));
    }

    @Test
    void items_of_other_names_count_as_one_sum() {
        PermitLevies typed = new PermitLevies(HOUSE, IN_1404, Map.of("all", 4_000_000_000L), 4_000_000_000L, 0);
        assertThat(charged("permit-extension", new Extension(12, 0, typed), IN_1405))
                .containsEntry("levy-difference", 275_215_000L);
    }

    @Test
    void a_completion_is_charged_by_unit_and_for_what_a_ruling_lets_stand() {
        BigDecimal permitted = new BigDecimal("1100");
        assertThat(charged("completion-certificate", new Completion(HOUSE, permitted, false), IN_1404))
                .isEqualTo(Map.of("completion-service", 24_000_000L));
        assertThat(charged("completion-certificate", new Completion(HOUSE, permitted, true), IN_1404))
                .containsEntry("excess-building-area", 51_000_000L) // 50 × 6,800,000 × 0.150
                .containsEntry("completion-service", 24_000_000L);
        assertThat(charged("completion-certificate", new Completion(HOUSE, new BigDecimal("1200"), true), IN_1404))
                .isEqualTo(Map.of("completion-service", 24_000_000L));
    }

    @Test
    void a_process_without_charges_and_a_day_without_a_tariff_have_no_assessment() {
        assertThat(TARIFFS.assess("transfer-enquiry", new Extension(12, 0, null), IN_1404))
                .isEmpty();
        assertThat(TARIFFS.assess("permit-extension", new Extension(12, 0, null), LocalDate.of(2019, 1, 1)))
                .isEmpty();
    }

    @Test
    void a_schedule_ends_with_the_least_it_charges() {
        RequestSchedule good = TARIFFS.requests().getLast();
        Map<String, List<RequestSchedule.Charge>> open = good.charges().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().subList(0, 2)));
        assertThatThrownBy(() -> new RequestSchedule(
                        good.edition(),
                        good.city(),
                        good.currency(),
                        good.from(),
                        good.to(),
                        good.rounding(),
                        open,
                        good.digest()))
                .isInstanceOf(IllegalStateException.class);
    }
}
