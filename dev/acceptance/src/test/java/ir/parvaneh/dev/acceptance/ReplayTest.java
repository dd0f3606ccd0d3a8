package ir.parvaneh.dev.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.dev.city.play.Replay;
import ir.parvaneh.dev.city.play.Settings;
import ir.parvaneh.dev.city.records.LogReader;
import ir.parvaneh.dev.city.records.PermitLog;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import ir.parvaneh.dev.city.report.Result;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Twenty records of a log, from filing to their ends. The last of all tests: it moves the city clock by months. */
@Order(Integer.MAX_VALUE)
final class ReplayTest {
    private static final int CLIENTS = 8;

    @Test
    void certified_buildings_are_built_extended_when_late_and_completed() throws URISyntaxException {
        PermitLog.Readable log = (PermitLog.Readable) LogReader.read(Path.of(
                ReplayTest.class.getResource("/acceptance/certified.csv").toURI()));
        Result result = replay("certified", log);
        assertThat(result.good()).as(result.text()).isTrue();
        assertThat(log.refused()).extracting(PermitLog.Doubt::permit).containsExactly("N4");
        assertThat(result.tally().issuedSoFar()).isEqualTo(4);
        assertThat(result.tally().ended(End.COMPLETED, 0)).isEqualTo(2);
        assertThat(result.tally().ended(End.ISSUED, 0)).isEqualTo(2);
        assertThat(result.tally().requestsGranted("permit-extension")).isEqualTo(1);
        assertThat(result.tally().requestsGranted("completion-certificate")).isEqualTo(2);
    }

    @Test
    void twenty_records_come_to_the_ends_that_the_log_shows() throws URISyntaxException {
        PermitLog log = LogReader.read(
                Path.of(ReplayTest.class.getResource("/acceptance/twenty.csv").toURI()));
        PermitLog.Readable readable = (PermitLog.Readable) log;
        Result result = replay("twenty", readable);
        System.out.println(result.json());
        assertThat(result.tally().errorsSoFar()).as(result.text()).isZero();
        assertThat(result.tally().stuckSoFar()).as(result.text()).isZero();
        assertThat(readable.refused()).extracting(PermitLog.Doubt::permit).containsExactly("X021", "X022");
        assertThat(result.tally().filedSoFar()).isEqualTo(20);
        assertThat(result.tally().ended(End.ISSUED, 0)).isEqualTo(16);
        assertThat(result.tally().ended(End.WITHDRAWN, 0)).isEqualTo(3);
        assertThat(result.tally().ended(End.ABANDONED, 0)).isEqualTo(1);
    }

    private static Result replay(String name, PermitLog.Readable log) {
        RunningCity city = RunningCity.here();
        var settings = new Settings(
                city.gateway(),
                city.issuer(),
                "dev",
                city.data(),
                CLIENTS,
                20,
                1,
                false,
                0,
                Duration.ofSeconds(60),
                true,
                false);
        return new Replay(settings).run(name, log.records(), log.refused().size());
    }
}
