package ir.parvaneh.application.completion;

import static ir.parvaneh.application.completion.GivenSurvey.built;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.completion.CompletionEvidence.AsBuilt;
import ir.parvaneh.application.permit.PermitFacts;
import ir.parvaneh.application.process.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The building as it was surveyed against its permit, in figures. */
class ComparisonTest {

    private static final PermitFacts PERMIT = (PermitFacts) Story.example(PermitFacts.KIND, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the permitted building       | 230   | 5 | 8 | 8 | 1.5  | residential |",
                "three percent more area      | 236.9 | 5 | 8 | 8 | 1.5  | residential |",
                "a little more than that      | 237   | 5 | 8 | 8 | 1.5  | residential | area",
                "a storey too many            | 190   | 6 | 8 | 8 | 1.5  | residential | storeys",
                "a unit too many              | 230   | 5 | 9 | 8 | 1.5  | residential | units",
                "a parking space short        | 230   | 5 | 8 | 7 | 1.5  | residential | parking",
                "parking to spare             | 230   | 5 | 8 | 9 | 1.5  | residential |",
                "a narrower set-back          | 230   | 5 | 8 | 8 | 1.44 | residential | set-back",
                "a shop where flats were      | 230   | 5 | 8 | 8 | 1.5  | commercial  | usage",
                "less of everything           | 100   | 4 | 6 | 8 | 1.5  | residential |",
                "several differences          | 260   | 6 | 8 | 7 | 1.5  | residential | area storeys parking"
            })
    void the_comparison_is_in_figures_and_within_tolerances(
            String what, double area, int storeys, int units, int parking, double setback, String usage, String kinds) {
        Comparison compared =
                Comparison.of(PERMIT, built(area, storeys, units, parking, setback, usage), Tolerances.load());
        assertThat(compared.differences())
                .as(what)
                .extracting(Comparison.Difference::kind)
                .containsExactly(kinds == null ? new String[0] : kinds.split(" "));
    }

    @Test
    void a_floor_surveyed_in_two_parts_is_one_storey() {
        AsBuilt whole = built(230, 4, 8, 8, 1.5, "residential");
        AsBuilt parted = withFloors(
                whole,
                new AsBuilt.Floor(-1, 0, "residential"),
                new AsBuilt.Floor(4, 130, "residential"),
                new AsBuilt.Floor(4, 100, "residential"));
        assertThat(parted.storeys()).isEqualTo(5);
        assertThat(Comparison.of(PERMIT, parted, Tolerances.load()).differences())
                .isEmpty();
    }

    @Test
    void a_floor_in_another_use_is_a_difference_though_every_unit_is_as_permitted() {
        AsBuilt shop = withFloors(built(230, 4, 8, 8, 1.5, "residential"), new AsBuilt.Floor(4, 230, "commercial"));
        assertThat(Comparison.of(PERMIT, shop, Tolerances.load()).differences())
                .extracting(Comparison.Difference::kind)
                .containsExactly("usage");
        assertThat(shop.usage()).isEqualTo("mixed");
        AsBuilt unstated = withFloors(built(230, 4, 8, 8, 1.5, "residential"), new AsBuilt.Floor(4, 230, null));
        assertThat(Comparison.of(PERMIT, unstated, Tolerances.load()).differences())
                .isEmpty();
    }

    private static AsBuilt withFloors(AsBuilt built, AsBuilt.Floor... more) {
        List<AsBuilt.Floor> floors = new ArrayList<>(built.floors());
        floors.addAll(List.of(more));
        return new AsBuilt(
                null, floors, built.units(), built.parkingSpaces(), built.setbackMetres(), built.inspectedOn());
    }
}
