package ir.parvaneh.dev.city.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.wire.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command finds in a service that signs whatever its store holds. */
class ServiceAuditTest {
    private ShownService service;

    @BeforeEach
    void threeDays() throws IOException {
        service = new ShownService();
        service.tell("a", 5);
        service.tell("b", 2);
        service.sign("2026-03-01");
        service.tell("c", 1);
        service.tell("b", 3);
        service.sign("2026-03-02");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private List<String> sweep() {
        List<String> findings = new ArrayList<>();
        try (Caller caller = new Caller(service.address(), Duration.ofSeconds(5))) {
            ServiceAudit audit = new ServiceAudit("x", caller, "token", findings::add);
            audit.roots();
            audit.sweep();
        }
        return findings;
    }

    private List<String> of(String file) {
        List<String> findings = new ArrayList<>();
        try (Caller caller = new Caller(service.address(), Duration.ofSeconds(5))) {
            ServiceAudit audit = new ServiceAudit("x", caller, "token", findings::add);
            audit.roots();
            audit.of(file);
        }
        return findings;
    }

    @Test
    void what_grew_from_root_to_root_is_as_it_was_written() {
        service.tell("a", 2);
        assertThat(sweep()).isEmpty();
        assertThat(of("a")).isEmpty();
        assertThat(of("nobody")).isEmpty();
    }

    @Test
    void a_history_written_anew_is_named_though_newer_roots_were_made_over_it() {
        service.writeAnew("a", 3);
        service.sign("2026-03-03");
        service.tell("a", 2);
        service.sign("2026-03-04");
        String found = "/things a: entry 5 is not the one that root 1 of 2026-03-01 was made over";
        assertThat(sweep()).containsExactly(found);
        assertThat(of("a")).containsExactly(found);
        assertThat(of("b")).isEmpty();
    }

    @Test
    void it_is_named_once_where_it_begins_to_differ() {
        service.writeAnew("b", 4);
        assertThat(sweep())
                .containsExactly("/things b: entry 5 is not the one that root 2 of 2026-03-02 was made over");
        service.writeAnew("b", 2);
        assertThat(sweep())
                .containsExactly("/things b: entry 2 is not the one that root 1 of 2026-03-01 was made over"
                        + "; nor do 1 later leaves hold");
    }

    @Test
    void who_changes_the_leaves_as_well_is_told_by_the_trees() {
        service.writeAnew("a", 3);
        service.changeLeaf("a");
        assertThat(sweep())
                .containsExactly("x: the leaves of root 1 do not give it", "x: the leaves of root 2 do not give it");
        assertThat(of("c")).hasSize(2);
    }

    @Test
    void a_history_that_is_gone_is_named_wherever_it_stood() {
        service.forget("b");
        assertThat(sweep()).containsExactly("/things b: the whole history is gone since root 2");
        assertThat(of("b")).containsExactly("/things b: the whole history is gone since root 2");
        service.forget("c");
        service.forget("a");
        assertThat(sweep()).hasSize(3);
    }
}
