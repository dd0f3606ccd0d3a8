package ir.parvaneh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    /** A rule, the words of the garden that are changed, what they become, and a word on the line to be named. */
    record Break(String rule, String from, String to, String mark) {
        @Override
        public String toString() {
            return rule + ": " + from + " -> " + to;
        }
    }

    private static final String STUCK = """

              stuck:
                title: {fa: بن‌بست, en: stuck}
                held-by: owner
                within: 1 day
                actions:
                  turn: {title: {fa: دور, en: turn}, by: citizen, then: stuck}
            tracks:""";

    static Stream<Break> forms() {
        return Stream.of(
                new Break("form", "held-by: engineers", "helt-by: engineers", "helt-by"),
                new Break("form", "edition: \"1\"", "edition: [1]", "edition: [1]"),
                new Break("form", "edition: \"1\"", "process: again", "process: again"),
                new Break("form", "{fa: داوری, en: judged}", "{en: judged}", "{en: judged}"),
                new Break("form", "A: {fa: پیشنهاد, en: a proposal}", "A: ]", "A: ]"),
                new Break("term", "within: 2 weeks", "within: two weeks", "within: two weeks"),
                new Break("known-holder", "held-by: engineers", "held-by: nobody", "held-by: nobody"),
                new Break("late-rule", "if-late: escalate", "if-late: wait", "if-late: wait"));
    }

    static Stream<Break> names() {
        return Stream.of(
                new Break("known-stage", "then: measured}", "then: nowhere}", "measure: {"),
                new Break("known-stage", "    then: judged", "    then: nowhere", "  growing:"),
                new Break("known-stage", "main/refused-for-now", "main/nowhere", "give-up:"),
                new Break("known-stage", "planting/inspected", "planting/nowhere", "replant:"),
                new Break("unique-stage", "water-asked:", "measured:", "      measured:"),
                new Break("known-track", "[planting, watering], then", "[planting, flooding], then", "confirm:"),
                new Break("known-agency", "agency: water", "agency: fire", "water-asked:"),
                new Break(
                        "known-agency",
                        "held-by: engineers",
                        "held-by: engineers\n        agency: water",
                        "      planted:"),
                new Break("known-guard", "size-allowed", "any-size", "ask:"),
                new Break("guard-evidence", "provided: [planted]", "provided: [size-allowed]", "grant:"),
                new Break("known-evidence", "evidence: wish", "evidence: dream", "ask:"),
                new Break("known-basis", "basis: [A]", "basis: [S9]", "  looked-at:"),
                new Break(
                        "known-action", "separate-from: [measure], opens", "separate-from: [guess], opens", "confirm:"),
                new Break("known-role", "by: head, separate", "by: king, separate", "confirm:"),
                new Break("known-role", "by: deputy, reasons", "reasons", "refuse: {"),
                new Break("actor-of-holder", "by: agent", "by: clerk", "answer: {"),
                new Break("signatures", "[expert, deputy]", "[expert, expert]", "grant:"),
                new Break("action-name", "pass: {", "track-closed: {", "track-closed: {"),
                new Break("action-name", "send-back: {", "withdraw: {", "  withdraw: {"));
    }

    static Stream<Break> lateRules() {
        return Stream.of(
                new Break("late-rule", "take let-it-stand", "take nothing", "  refused-for-now:"),
                new Break("late-rule", "if-late: take let-it-stand", "if-late: escalate", "let-it-stand: {"),
                new Break("late-rule", "by: clock, then: refused}", "by: citizen, then: refused}", "let-it-stand: {"),
                new Break(
                        "late-rule",
                        "by: clock, then: joined",
                        "by: clock, reasons: required, then: joined",
                        "deem-consent: {"),
                new Break("late-rule", "by: citizen, then: withdrawn", "by: clock, then: withdrawn", "  withdraw: {"),
                new Break("late-rule", "abandoned: {", "gone: {", "  draft:"));
    }

    static Stream<Break> tracks() {
        return Stream.of(
                new Break("waiting", ", opens: [planting, watering]", "", "confirm:"),
                new Break("waiting", "watering], then: growing", "watering], then: judged", "confirm:"),
                new Break("waiting", "waits-for: [planting, watering]", "waits-for: [planting]", "confirm:"),
                new Break("waiting", "opens: [planting, watering]", "opens: [planting]", "  growing:"),
                new Break("waiting", "main/refused-for-now", "main/growing", "give-up:"),
                new Break(
                        "waiting", "by: gardener, then", "by: gardener, opens: [watering], then", "          plant: {"),
                new Break(
                        "track-joins", "by: expert, then: joined", "by: expert, then: inspected", "      inspected:"));
    }

    static Stream<Break> paths() {
        return Stream.of(
                new Break(
                        "reachable-stage",
                        "by: citizen, evidence: appointment, then: planted",
                        "by: citizen, evidence: appointment, then: gardener-awaited",
                        "      planted:"),
                new Break("reachable-stage", "office, then: measured}", "office, then: judged}", "  measured:"),
                new Break("way-out", "\ntracks:", STUCK, "  stuck:"),
                new Break("one-door", "by: deputy, reasons", "by: deputy, presence: district, reasons", "refuse: {"),
                new Break("one-door", "presence: office", "presence: home", "measure: {"),
                new Break("promise", "promise: 6 working days", "promise: 5 working days", "promise:"));
    }

    static Stream<Break> datesAndWords() {
        return Stream.of(
                new Break("known-date", "within: 2 weeks", "until: doomsday", "      planted:"),
                new Break("term", "within: 2 weeks", "within: 2 weeks\n        until: harvest", "until: harvest"),
                new Break("term", "within: 2 working days\n    if-late", "until: harvest\n    if-late", "  judged:"),
                new Break("word", "by: deputy, reasons: required", "when: seed-order", "when: seed-order"),
                new Break("word", "by: deputy, reasons", "when: seed-order/lost, reasons", "refuse: {"),
                new Break("word", "by: deputy, reasons", "by: deputy, when: seed-order/lost, reasons", "refuse: {"),
                new Break("word", "by: deputy, reasons: required", "by: another-application", "refuse: {"),
                new Break("known-stage", "promise: 6", "promise-kept-at: nowhere\npromise: 6", "promise: 6"));
    }

    static Stream<Break> clocks() {
        return Stream.of(
                clock("clock", "looked-at", "growing", "1 working day"),
                clock("clock", "judged", "looked-at", "1 month"),
                clock("known-stage", "judged", "nowhere", "1 month"),
                clock("term", "looked-at", "growing", "soon"));
    }

    /** A legal clock of the garden; none of these may run. */
    private static Break clock(String rule, String from, String until, String within) {
        String promise = "promise: 6 working days\n";
        String written = "clocks:\n  quick:\n    title: {fa: زود, en: quick}\n    from: " + from + "\n    until: "
                + until + "\n    within: " + within + "\n";
        return new Break(rule, promise, promise + written, rule.equals("term") ? "within: soon" : "quick:\n");
    }

    @Test
    void the_garden_itself_is_sound() {
        assertThat(Garden.table().name()).isEqualTo("garden");
    }

    @ParameterizedTest
    @MethodSource({"forms", "names", "lateRules", "tracks", "paths", "datesAndWords", "clocks"})
    void a_broken_process_is_refused_naming_rule_file_and_line(Break broken) {
        assertThat(Garden.yaml()).as("the words to change stand in the garden").contains(broken.from());
        String yaml = Garden.yaml().replace(broken.from(), broken.to());
        int line = lineOf(yaml, broken.mark());
        BrokenProcess refused = load(yaml, Garden.catalogue());
        assertThat(refused.findings())
                .extracting(Finding::rule, Finding::file, Finding::line)
                .contains(tuple(broken.rule(), "garden.yaml", line));
        assertThat(refused).hasMessageContaining("garden.yaml:" + line + ": [" + broken.rule() + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "firstName", "nationalId", "ownerMobile", "phone", "home_address", "birthDate"})
    void evidence_holds_nothing_personal(String property) {
        String schema = "{\"$defs\":{\"p\":{\"properties\":{\"" + property + "\":{}}}}}";
        BrokenProcess refused = load(Garden.yaml(), Garden.catalogue(schema));
        assertThat(refused.findings())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("personal-evidence", lineOf(Garden.yaml(), "ask: {")));
    }

    @Test
    void what_is_no_yaml_or_nothing_at_all_is_refused_too() {
        assertThat(load("", Garden.catalogue())).hasMessageContaining("garden.yaml:1: [form]");
        assertThat(load("a: [", Garden.catalogue()).findings()).hasSize(1);
        assertThat(load("just words", Garden.catalogue()).findings()).hasSize(1);
    }

    private static BrokenProcess load(String yaml, Catalogue catalogue) {
        BrokenProcess broken = catchThrowableOfType(
                BrokenProcess.class, () -> ProcessTable.load("garden.yaml", new StringReader(yaml), catalogue));
        assertThat(broken).as("the process is refused").isNotNull();
        return broken;
    }

    private static int lineOf(String yaml, String mark) {
        assertThat(yaml).contains(mark);
        return (int) yaml.substring(0, yaml.indexOf(mark))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}
