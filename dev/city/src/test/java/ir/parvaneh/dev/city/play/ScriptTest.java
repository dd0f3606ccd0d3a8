package ir.parvaneh.dev.city.play;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.play.Script.Move;
import ir.parvaneh.dev.city.records.PermitRecord;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    private final Script script = Script.load("building-permit");

    @Test
    void every_stage_a_move_leads_to_is_played_or_is_an_end() {
        assertThat(moves().flatMap(m -> m.to().stream()))
                .allMatch(stage -> script.stages().containsKey(stage) || script.isEnd(stage));
        assertThat(script.waiting().values()).allMatch(script.stages()::containsKey);
        assertThat(script.strands().keySet()).allMatch(script.stages()::containsKey);
    }

    @Test
    void every_reason_body_and_condition_a_move_names_is_there() {
        assertThat(moves().map(Move::reason).filter(r -> r != null)).allMatch(script.reasons()::containsKey);
        assertThat(moves().map(Move::evidence).filter(e -> e != null)).allMatch(script.evidence()::containsKey);
        assertThat(moves().flatMap(m -> m.conditions().stream()))
                .allMatch(c -> c.equals("abandoned")
                        || c.startsWith("after:")
                        || script.traits().containsKey(c)
                        || script.loops().containsKey(c));
    }

    @Test
    void the_last_move_of_a_stage_holds_always() {
        assertThat(script.stages().values())
                .allMatch(moves -> moves.getLast().conditions().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void every_file_that_is_to_be_issued_gets_there(long seed) {
        for (int n = 0; n < 200; n++) {
            Walk walk = walk(seed, "p" + n, End.ISSUED);
            List<String> way = new ArrayList<>();
            while (!walk.open.contains("permit-issued")) {
                String stage = walk.open.iterator().next();
                way.add(stage);
                assertThat(way).as("way with seed %d, file %d", seed, n).hasSizeLessThan(120);
                walk.moved(stage, script.moveAt(stage, walk.part), script);
            }
            assertThat(walk.open).as("seed %d", seed).containsExactly("permit-issued");
        }
    }

    @Test
    void a_file_to_be_abandoned_rests_with_its_owner() {
        Walk walk = walk(1, "p", End.ABANDONED);
        String stage = "draft";
        while (!script.moveAt(stage, walk.part).rest()) {
            walk.moved(stage, script.moveAt(stage, walk.part), script);
            stage = walk.open.iterator().next();
        }
        assertThat(stage).isEqualTo("documents-deficient");
    }

    private Walk walk(long seed, String permit, End end) {
        PermitRecord record = new PermitRecord("log", permit, 7, 1, end);
        Walk walk = new Walk(record, new Part(script, record, seed), 1, "citizen-0001", null);
        walk.open.add("draft");
        return walk;
    }

    private Stream<Move> moves() {
        return script.stages().values().stream().flatMap(List::stream);
    }
}
