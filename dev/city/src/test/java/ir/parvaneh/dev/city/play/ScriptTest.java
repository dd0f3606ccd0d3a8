package ir.parvaneh.dev.city.play;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.play.Script.Move;
import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    private static final Set<String> TOLD_BY_THE_RECORD = Set.of("abandoned", "certified", "extended");

    private final Script script = Script.load("building-permit");

    @ParameterizedTest
    @ValueSource(strings = {"building-permit", "permit-extension", "completion-certificate"})
    void every_stage_a_move_leads_to_is_played_or_is_an_end(String process) {
        Script played = Script.load(process);
        assertThat(moves(played).flatMap(m -> m.to().stream()))
                .allMatch(stage -> played.stages().containsKey(stage) || played.isEnd(stage));
        assertThat(played.waiting().values()).allMatch(played.stages()::containsKey);
        assertThat(played.strands().keySet()).allMatch(played.stages()::containsKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"building-permit", "permit-extension", "completion-certificate"})
    void every_reason_body_and_condition_a_move_names_is_there(String process) {
        Script played = Script.load(process);
        assertThat(moves(played).map(Move::reason).filter(r -> r != null)).allMatch(played.reasons()::containsKey);
        assertThat(moves(played).map(Move::evidence).filter(e -> e != null)).allMatch(played.evidence()::containsKey);
        assertThat(moves(played).flatMap(m -> m.conditions().stream()))
                .allMatch(c -> TOLD_BY_THE_RECORD.contains(c)
                        || c.startsWith("after:")
                        || played.traits().containsKey(c)
                        || played.loops().containsKey(c));
    }

    @ParameterizedTest
    @ValueSource(strings = {"building-permit", "permit-extension", "completion-certificate"})
    void the_last_move_of_a_stage_holds_always(String process) {
        assertThat(Script.load(process).stages().values())
                .allMatch(moves -> moves.getLast().conditions().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void every_file_that_is_to_be_issued_gets_there(long seed) {
        for (int n = 0; n < 200; n++) {
            PermitRecord record = new PermitRecord("log", "p" + n, 7, 1, End.ISSUED);
            Walk walk = walked(new Walk(script, record, new Part(script, record, seed), 1, "citizen-0001", null));
            assertThat(walk.open).as("seed %d, file %d", seed, n).containsExactly("permit-issued");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_certified_building_is_built_extended_when_late_and_completed(long seed) {
        for (int n = 0; n < 200; n++) {
            PermitRecord record = new PermitRecord("log", "p" + n, 7, 1, End.ISSUED, true, n % 2 == 0);
            Part part = new Part(script, record, seed);
            Walk walk = walked(new Walk(script, record, part, 1, "citizen-0001", null));
            assertThat(walk.open).as("seed %d, file %d", seed, n).containsExactly("completed");
            assertThat(part.allows(List.of("extension"))).isEqualTo(n % 2 != 0);
            Script completion = Script.load("completion-certificate");
            PermitRecord request = record.request("completion-certificate");
            Part of = new Part(completion, request, seed, part);
            Walk certified = walked(new Walk(completion, request, of, 1, "citizen-0001", null));
            assertThat(certified.open).containsExactly("certificate-issued");
        }
    }

    @Test
    void a_file_to_be_abandoned_rests_with_its_owner() {
        PermitRecord record = new PermitRecord("log", "p", 7, 1, End.ABANDONED);
        Walk walk = new Walk(script, record, new Part(script, record, 1), 1, "citizen-0001", null);
        walk.open.add("draft");
        String stage = "draft";
        while (!script.moveAt(stage, walk.part).rest()) {
            walk.moved(stage, script.moveAt(stage, walk.part));
            stage = walk.open.iterator().next();
        }
        assertThat(stage).isEqualTo("documents-deficient");
    }

    /** Whatever the table asks of papers is done before. */
    @Test
    void papers_are_brought_asked_for_and_looked_at_before_a_move_needs_it() {
        assertThat(moves(script)
                        .filter(m -> m.action() != null && m.action().equals("pass-scans"))
                        .map(Move::papers))
                .containsExactly("check");
        assertThat(moves(script)
                        .filter(m -> m.action() != null && m.action().equals("supply-documents"))
                        .map(Move::papers))
                .containsExactly("bring");
        assertThat(moves(script)
                        .filter(m -> m.to().contains("documents-deficient"))
                        .map(Move::papers))
                .allMatch(papers -> papers.startsWith("ask"));
    }

    /** Walked until its first open stage is an end for it. */
    private static Walk walked(Walk walk) {
        walk.open.add("draft");
        List<String> way = new ArrayList<>();
        while (walk.script.outcome(walk.open.iterator().next(), walk.part).isEmpty()) {
            String stage = walk.open.iterator().next();
            way.add(stage);
            assertThat(way).as("way of %s", walk.record.key()).hasSizeLessThan(140);
            walk.moved(stage, walk.script.moveAt(stage, walk.part));
        }
        return walk;
    }

    private static Stream<Move> moves(Script script) {
        return script.stages().values().stream().flatMap(List::stream);
    }
}
