package ir.parvaneh.district.commission;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.contracts.Violation;
import ir.parvaneh.district.commission.CommissionEvidence.FineLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FinesTest {
    private static final CommissionPolicy POLICY = DocketStory.ARTICLE.policy();
    private static final LocalDate DECIDED = LocalDate.parse("2025-06-01");

    private final Fines fines = new Fines(POLICY);

    @ParameterizedTest
    @CsvSource({
        // note 2: residential excess area, half to three times the value [S62]; district 10 counts 100 percent
        "area,residential,60,,2024-01-10,50,123000000,note-2",
        "area,residential,60,,2024-01-10,300,738000000,note-2",
        "area,residential,0.33,,2024-01-10,125,1691250,note-2",
        "area,commercial,10,,2024-01-10,200,204000000,note-3",
        "area,industrial,10,,2020-01-10,400,36000000,note-3",
        "without-permit,residential,100,,2024-01-10,10,41000000,note-4",
        "without-permit,commercial,10,500000000,2024-01-10,10,100000000,note-4",
        "without-permit,commercial,10,50000000,2024-01-10,10,10200000,note-4",
        "parking,residential,2,,2024-01-10,100,205000000,note-5"
    })
    void a_note_makes_a_fine_of_value_measure_and_multiplier(
            String kind,
            String usage,
            double excess,
            Long keyMoney,
            LocalDate on,
            int multiplier,
            long rials,
            String note) {
        var reckoned =
                (Fines.Reckoned) fines.reckon(facts(kind, usage, excess, keyMoney, on), List.of(multiplier), DECIDED);
        assertThat(reckoned.total()).isEqualTo(rials);
        assertThat(reckoned.lines()).extracting(FineLine::note).containsExactly(note);
    }

    @Test
    void what_nobody_has_measured_is_not_fined_by_nothing() {
        var facts = facts("area", "residential", 0, null, LocalDate.parse("2024-01-10"));
        assertThat(((Fines.Unreckoned) fines.reckon(facts, List.of(100), DECIDED))
                        .why()
                        .code())
                .isEqualTo("item-not-measured");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e12, 1e30, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
    void what_makes_more_than_a_fine_can_be_is_refused(double excess) {
        for (String kind : List.of("area", "parking")) {
            var facts = facts(kind, "residential", excess, null, LocalDate.parse("2024-01-10"));
            assertThat(((Fines.Unreckoned) fines.reckon(facts, List.of(100), DECIDED))
                            .why()
                            .code())
                    .isEqualTo("fine-too-large");
        }
        var line = new FineLine(0, "note-2", excess, null, 100, 4_100_000, 6_500_000, 1);
        assertThat(fines.follows(line, true)).isFalse();
    }

    @Test
    void both_days_values_are_kept_and_the_policy_chooses() {
        var facts = facts("area", "residential", 60, null, LocalDate.parse("2024-01-10"));
        FineLine line = ((Fines.Reckoned) fines.reckon(facts, List.of(100), DECIDED))
                .lines()
                .getFirst();
        assertThat(line.valueAtViolationRials()).isEqualTo(4_100_000L);
        assertThat(line.valueAtDecisionRials()).isEqualTo(6_500_000L);
        assertThat(line.amountRials()).isEqualTo(246_000_000L);
        Fines byDecision = new Fines(valuedOnDecision());
        FineLine other = ((Fines.Reckoned) byDecision.reckon(facts, List.of(100), DECIDED))
                .lines()
                .getFirst();
        assertThat(other.amountRials()).isEqualTo(390_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"area,residential,49", "area,residential,301", "area,commercial,199", "parking,residential,201"})
    void a_multiplier_outside_its_note_is_refused(String kind, String usage, int multiplier) {
        var facts = facts(kind, usage, 10, null, LocalDate.parse("2024-01-10"));
        assertThat(((Fines.Unreckoned) fines.reckon(facts, List.of(multiplier), DECIDED))
                        .why()
                        .code())
                .isEqualTo("multipliers-differ");
    }

    @Test
    void a_violation_no_note_names_cannot_be_fined() {
        var facts = facts("usage", "residential", 10, null, LocalDate.parse("2024-01-10"));
        assertThat(((Fines.Unreckoned) fines.reckon(facts, List.of(100), DECIDED))
                        .why()
                        .code())
                .isEqualTo("no-fine-rule");
        assertThat(((Fines.Unreckoned) fines.reckon(facts("area", "residential", 1, null, DECIDED), List.of(), DECIDED))
                        .why()
                        .code())
                .isEqualTo("multipliers-differ");
    }

    @Test
    void a_storey_too_many_is_fined_by_its_area_and_by_nothing_else() {
        LocalDate on = LocalDate.parse("2024-01-10");
        var area = new Violation("area", "residential", 60.0, null, on);
        var storey = new Violation("storeys", "residential", 1.0, null, on);
        var both = (Fines.Reckoned) fines.reckon(facts(List.of(storey, area)), List.of(100, 100), DECIDED);
        assertThat(both.lines()).extracting(FineLine::item).containsExactly(1);
        assertThat(((Fines.Unreckoned) fines.reckon(facts(List.of(storey)), List.of(100), DECIDED))
                        .why()
                        .code())
                .isEqualTo("no-fine-rule");
    }

    @Test
    void a_line_that_was_altered_does_not_follow_from_its_inputs() {
        var facts = facts("area", "residential", 60, null, LocalDate.parse("2024-01-10"));
        FineLine line = ((Fines.Reckoned) fines.reckon(facts, List.of(100), DECIDED))
                .lines()
                .getFirst();
        assertThat(fines.follows(line, true)).isTrue();
        FineLine altered =
                new FineLine(0, "note-2", 60, null, 100, line.valueAtViolationRials(), line.valueAtDecisionRials(), 1);
        assertThat(fines.follows(altered, true)).isFalse();
    }

    private static CommissionPolicy valuedOnDecision() {
        return new CommissionPolicy(
                3, 2, 60, 7, 5, 20, POLICY.lateGrace(), false, POLICY.usages(), POLICY.fines(), POLICY.values());
    }

    private static DocketFacts facts(String kind, String usage, double excess, Long keyMoney, LocalDate on) {
        return facts(List.of(new Violation(kind, usage, excess, keyMoney, on)));
    }

    private static DocketFacts facts(List<Violation> items) {
        return new DocketFacts(
                "file-1",
                "owner",
                "10-1-12-4-0-0-0",
                10,
                "expert",
                null,
                DECIDED,
                null,
                false,
                DocketStory.PAPER,
                items,
                null);
    }
}
