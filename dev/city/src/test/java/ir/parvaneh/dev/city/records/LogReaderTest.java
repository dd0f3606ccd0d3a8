package ir.parvaneh.dev.city.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ir.parvaneh.dev.city.records.PermitLog.Doubt;
import ir.parvaneh.dev.city.records.PermitLog.Readable;
import ir.parvaneh.dev.city.records.PermitLog.Unreadable;
import ir.parvaneh.dev.city.records.PermitRecord.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static final String CALGARY = "case,activity,date,resource,community_code,community\n";
    private static final String NEW_YORK = "case,activity,date,borough,community_board\n";

    @Test
    void a_record_ends_where_it_stood_at_issue_or_before() throws IOException {
        Readable log = readable(CALGARY
                + "A,applied,2001-01-01,,COV,X\nA,issued,2001-01-01,,COV,X\nA,cancelled,2003-01-01,,COV,X\n"
                + "B,applied,2001-01-01,,KIL,X\nB,cancelled,2001-02-01,,KIL,X\n"
                + "C,applied,2001-01-01,,KIL,X\nC,expired,2001-09-01,,KIL,X\n");
        assertThat(log.records())
                .extracting(PermitRecord::end)
                .containsExactly(End.ISSUED, End.WITHDRAWN, End.ABANDONED);
        assertThat(log.refused()).isEmpty();
        assertThat(log.records()).extracting(PermitRecord::districtNo).allMatch(d -> d >= 1 && d <= 22);
    }

    @Test
    void records_that_make_no_sense_are_named_and_the_rest_goes_on() throws IOException {
        Readable log = readable(CALGARY
                + "A,applied,2001-01-02,,COV,X\nA,issued,2001-01-01,,COV,X\n"
                + "B,applied,someday,,COV,X\nB,issued,2001-01-01,,COV,X\n"
                + "C,issued,2001-01-01,,COV,X\n"
                + "D,applied,2001-01-01,,COV,X\n"
                + "E,applied,2001-01-01,,COV,X,one too many\nE,issued,2001-01-01,,COV,X\n"
                + "F,applied,2001-01-01,,COV,X\nF,dreamt,2001-01-01,,COV,X\n"
                + ",applied,2001-01-01,,COV,X\n"
                + "G,applied,2001-01-01,,COV,X\nG,applied,2001-01-01,,COV,X\nG,issued,2001-01-02,,COV,X\n"
                + "H,applied,2001-01-01,,COV,X\nH,issued,2001-01-01,,COV,X\n");
        assertThat(log.records()).extracting(PermitRecord::permit).containsExactly("H");
        assertThat(log.refused())
                .extracting(Doubt::permit)
                .containsExactly("A", "B", "C", "D", "E", "F", "(no number)", "G");
        assertThat(log.refused().getFirst().why()).contains("before it was filed");
    }

    @Test
    void a_certificate_dated_before_its_permit_is_refused_and_the_permit_is_used() throws IOException {
        Readable log = readable(NEW_YORK
                + "1,permit filed,2013-01-01,BRONX,201\n1,permit issued,2013-02-01,BRONX,201\n"
                + "1,certificate of occupancy,2013-01-15,BRONX,201\n");
        assertThat(log.records()).hasSize(1);
        assertThat(log.records().getFirst().certified()).isFalse();
        assertThat(log.refused())
                .extracting(Doubt::why)
                .containsExactly("its certificate of occupancy of 2013-01-15 precedes the permit of 2013-02-01");
    }

    @Test
    void a_certificate_after_the_first_expiry_asks_for_an_extension() throws IOException {
        String issued = "%1$s,permit filed,2013-01-01,BRONX,201\n%1$s,permit issued,2013-02-01,BRONX,201\n"
                + "%1$s,permit first expiry,2013-09-01,BRONX,201\n";
        Readable log = readable(NEW_YORK
                + issued.formatted("1")
                + "1,certificate of occupancy,2013-09-01,BRONX,201\n"
                + issued.formatted("2")
                + "2,certificate of occupancy,2013-09-02,BRONX,201\n"
                + issued.formatted("3"));
        assertThat(log.records()).extracting(PermitRecord::certified).containsExactly(true, true, false);
        assertThat(log.records()).extracting(PermitRecord::extended).containsExactly(false, true, false);
    }

    @Test
    void a_borough_that_is_none_is_refused() throws IOException {
        Readable log =
                readable(NEW_YORK + "1,permit filed,2013-01-01,ATLANTIS,1\n1,permit issued,2013-02-01,ATLANTIS,1\n");
        assertThat(log.refused()).hasSize(1);
    }

    @Test
    void a_file_that_is_no_permit_log_is_refused_whole_with_its_reason() throws IOException {
        assertThat(why("")).contains("empty");
        assertThat(why("\n\n")).contains("no line");
        assertThat(why("name,colour\nrose,red\n")).contains("name, colour");
        assertThat(why(CALGARY.replace("community\n", "community,moon\n"))).contains("unknown columns: moon");
        assertThat(unreadable(new byte[] {1, 0, 2, 3}).why()).contains("binary");
        assertThat(unreadable(new byte[] {(byte) 0xff, (byte) 0xfe, 'a'}).why()).contains("binary");
        assertThat(LogReader.read(Path.of("no-such-file.csv"))).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_broken_archive_is_a_reason_and_no_accident(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        Path file = Files.write(folder.resolve("broken.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
        assertThat(LogReader.read(file)).isInstanceOfSatisfying(Unreadable.class, u -> assertThat(u.why())
                .contains("cannot be read"));
    }

    @Test
    void quoted_fields_may_hold_commas_quotes_and_line_breaks() throws IOException {
        Readable log = readable(
                CALGARY + "A,applied,2001-01-01,\"Smith, \"\"Jo\"\"\nand Co\",COV,X\r\nA,issued,2001-01-02,,COV,X\r\n");
        assertThat(log.records()).extracting(PermitRecord::permit).containsExactly("A");
    }

    @Test
    void a_gzipped_log_is_read_like_a_plain_one() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((CALGARY + "A,applied,2001-01-01,,COV,X\nA,issued,2001-01-02,,COV,X\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(LogReader.read("log", packed.toByteArray())).isInstanceOf(Readable.class);
    }

    @Test
    void the_published_logs_hold_what_their_cities_say() {
        Path data = Stream.of("../../../shared/data", "../shared/data")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(data != null, "SKIPPED: the published permit logs are not on this machine");
        Readable newYork = (Readable) LogReader.read(data.resolve("nyc_permit_to_occupancy_events.csv.gz"));
        assertThat(ends(newYork)).isEqualTo(Map.of(End.ISSUED, 1304L));
        assertThat(newYork.refused())
                .extracting(Doubt::permit)
                .containsExactlyInAnyOrder("420815835", "520128709", "520118872");
        assertThat(newYork.flagged()).isEmpty();
        assertThat(newYork.records()).filteredOn(PermitRecord::certified).hasSize(695);
        assertThat(newYork.records()).filteredOn(PermitRecord::extended).hasSize(623);
        Readable calgary = (Readable) LogReader.read(data.resolve("calgary_events.csv.gz"));
        assertThat(calgary.refused()).isEmpty();
        assertThat(ends(calgary)).isEqualTo(Map.of(End.ISSUED, 2355L, End.WITHDRAWN, 34L, End.ABANDONED, 2L));
    }

    private static Map<End, Long> ends(Readable log) {
        return log.records().stream().collect(Collectors.groupingBy(PermitRecord::end, Collectors.counting()));
    }

    private static Readable readable(String text) throws IOException {
        return (Readable) LogReader.read("log.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Unreadable unreadable(byte[] bytes) throws IOException {
        return (Unreadable) LogReader.read("log.csv", bytes);
    }

    private static String why(String text) throws IOException {
        return unreadable(text.getBytes(StandardCharsets.UTF_8)).why();
    }
}
