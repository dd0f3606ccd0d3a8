package ir.parvaneh.application.terms;

import static ir.parvaneh.application.file.GivenFile.START;
import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.application.file.GivenFile;
import ir.parvaneh.chassis.store.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private final Lateness lateness = new Lateness(GivenFile.JUDGE, Duration.ofMinutes(5));
    private final GivenFile given = new GivenFile();

    @Test
    void the_clock_is_silent_until_term_and_grace_are_over() {
        Instant due = given.body().process().main().dueAt();
        assertThat(lateness.speak(given.page(), due.plus(Duration.ofMinutes(4))))
                .isEqualTo(Verdict.unchanged());
        given.then(lateness.speak(given.page(), due.plus(Duration.ofMinutes(6))));
        assertThat(given.body().outcome()).isEqualTo("abandoned");
        assertThat(given.types()).endsWith("stage-left", "ended");
    }

    @Test
    void a_file_that_has_ended_is_never_late() {
        given.then(lateness.speak(given.page(), START.plus(Duration.ofDays(60))));
        assertThat(lateness.speak(given.page(), START.plus(Duration.ofDays(600))))
                .isEqualTo(Verdict.unchanged());
    }
}
