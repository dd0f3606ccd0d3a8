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
    void twenty_records_come_to_the_ends_that_the_log_shows() throws URISyntaxException {
        PermitLog log = LogReader.read(
                Path.of(ReplayTest.class.getResource("/acceptance/twenty.csv").toURI()));
        PermitLog.Readable readable = (PermitLog.Readable) log;
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
        Result result = new Replay(settings)
                .run("twenty", readable.records(), readable.refused().size());
        System.out.println(result.json());
        assertThat(result.tally().errorsSoFar()).as(result.text()).isZero();
        assertThat(result.tally().stuckSoFar()).as(result.text()).isZero();
        assertThat(readable.refused()).extracting(PermitLog.Doubt::permit).containsExactly("X021", "X022");
        assertThat(result.tally().filedSoFar()).isEqualTo(20);
        assertThat(result.tally().ended(End.ISSUED, 0)).isEqualTo(16);
        assertThat(result.tally().ended(End.WITHDRAWN, 0)).isEqualTo(3);
        assertThat(result.tally().ended(End.ABANDONED, 0)).isEqualTo(1);
    }
}
