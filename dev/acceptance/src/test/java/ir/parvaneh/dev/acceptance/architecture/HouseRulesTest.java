package ir.parvaneh.dev.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HouseRulesTest {
    private static final ImportOption NOT_PLANTED = location -> !location.contains("/planted/");
    private static final ImportOption PLANTED = location -> location.contains("/planted/");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(NOT_PLANTED)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ir.parvaneh");
    private static final JavaClasses VIOLATIONS =
            new ClassFileImporter().withImportOption(PLANTED).importPackages("ir.parvaneh");

    static Stream<String> rules() {
        return HouseRules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rule(String name) {
        HouseRules.all().get(name).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_bites_on_its_planted_violation(String name) {
        ArchRule rule = HouseRules.all().get(name);
        assertThat(rule.evaluate(VIOLATIONS).hasViolation())
                .as("a planted violation of '%s'", name)
                .isTrue();
    }
}
