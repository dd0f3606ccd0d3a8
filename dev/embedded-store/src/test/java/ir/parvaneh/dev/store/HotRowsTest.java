package ir.parvaneh.dev.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotRowsTest {

    private static final int LENGTH = 100;
    private static final int MOST = 1000;

    @TempDir
    Path folder;

    private final LongAdder bytes = new LongAdder();
    private final HotRows hot = new HotRows(bytes, MOST);
    private EntryFile file;

    @BeforeEach
    void open() throws IOException {
        file = EntryFile.open(Files.createFile(folder.resolve("journal-1")));
        file.forcedTo(Long.MAX_VALUE);
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    private Row put(Row row) {
        hot.put(row, Stored.hot(file, 0, new byte[LENGTH]));
        return row;
    }

    private Row put(int number) {
        return put(new Row(KeyBytes.of(number)));
    }

    private List<Row> putMany(int count) {
        return IntStream.range(0, count).mapToObj(this::put).toList();
    }

    private static long hotOf(List<Row> rows) {
        return rows.stream().filter(row -> row.stored().isHot()).count();
    }

    @Test
    void those_written_last_are_held() {
        List<Row> rows = putMany(50);
        assertThat(bytes.sum()).isEqualTo(MOST);
        assertThat(hotOf(rows.subList(40, 50))).isEqualTo(10);
        assertThat(hotOf(rows)).isEqualTo(10);
    }

    @Test
    void a_row_that_is_written_again_and_again_stays_while_others_pass_through() {
        Row busy = put(1000);
        for (int i = 0; i < 100; i++) {
            put(i);
            assertThat(busy.stored().isHot()).isTrue();
            put(busy);
        }
        assertThat(bytes.sum()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void what_is_not_forced_yet_stays_in_the_heap() {
        file.forcedTo(0);
        List<Row> rows = putMany(50);
        assertThat(hotOf(rows)).isEqualTo(50);
        assertThat(bytes.sum()).isEqualTo(50 * LENGTH);
        file.forcedTo(Long.MAX_VALUE);
        put(50);
        assertThat(bytes.sum()).isEqualTo(MOST);
    }

    @Test
    void rows_that_come_and_go_leave_nothing() {
        for (int i = 0; i < 10_000; i++) {
            hot.remove(put(i));
        }
        assertThat(bytes.sum()).isZero();
    }

    @Test
    void a_row_moves_only_while_it_is_the_version_that_was_written() {
        Row row = put(1);
        Stored written = row.stored();
        hot.move(row, written, file, 7);
        assertThat(row.stored()).isNotSameAs(written);
        Stored newer = put(row).stored();
        hot.move(row, written, file, 9);
        assertThat(row.stored()).isSameAs(newer);
        hot.remove(row);
        hot.move(row, newer, file, 9);
        assertThat(row.stored()).isSameAs(Stored.GONE);
    }
}
