package ir.parvaneh.dev.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path data;

    private static Entry put(int number) {
        Document document = new Document("_id", number).append("text", "x".repeat(number));
        return Entry.put(1, KeyBytes.of(number), Row.encode(document));
    }

    private void write(int entries) throws IOException {
        FileJournal journal = new FileJournal(DataFolder.open(data), 1, new StoreCounters());
        journal.append(Entry.create(1, "d.c"));
        for (int i = 1; i <= entries; i++) {
            journal.append(put(i));
        }
        journal.close();
    }

    private List<Document> rows() throws IOException {
        List<Document> rows = new ArrayList<>();
        try (DataFolder folder = DataFolder.open(data)) {
            Recovered.from(folder)
                    .collections()
                    .forEach(each -> each.rows().values().forEach(row -> rows.add(Row.decode(row.bson()))));
        }
        return rows;
    }

    @Test
    void a_torn_tail_is_cut_off_wherever_it_tears() throws IOException {
        write(3);
        Path journal = data.resolve("journal-1");
        byte[] whole = Files.readAllBytes(journal);
        for (int cut = 1; cut < put(3).size(); cut++) {
            Files.write(journal, java.util.Arrays.copyOf(whole, whole.length - cut));
            assertThat(rows()).as("%d bytes short", cut).hasSize(2);
            assertThat(Files.size(journal)).isEqualTo(whole.length - put(3).size());
        }
    }

    @Test
    void a_tail_of_noise_is_cut_off() throws IOException {
        write(3);
        Path journal = data.resolve("journal-1");
        long whole = Files.size(journal);
        for (byte[] noise :
                List.of(new byte[4096], "noise that was never an entry".getBytes(), new byte[] {0, 0, 0, 9})) {
            Files.write(journal, noise, StandardOpenOption.APPEND);
            assertThat(rows()).hasSize(3);
            assertThat(Files.size(journal)).isEqualTo(whole);
        }
    }

    @Test
    void a_flipped_bit_ends_what_is_believed() throws IOException {
        write(3);
        Path journal = data.resolve("journal-1");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length - 3] ^= 1;
        Files.write(journal, bytes);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void damage_before_the_end_is_not_repaired_but_named() throws IOException {
        write(3);
        Files.copy(data.resolve("journal-1"), data.resolve("journal-2"));
        Files.write(data.resolve("journal-1"), new byte[10], StandardOpenOption.APPEND);
        assertThatThrownBy(this::rows).isInstanceOf(IOException.class).hasMessageContaining("journal-2");
    }

    @Test
    void a_snapshot_that_was_not_finished_is_not_read() throws IOException {
        write(2);
        Files.write(data.resolve("unfinished"), new byte[100]);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void two_stores_never_share_a_folder() throws IOException {
        try (EmbeddedStore first = EmbeddedStore.start(data, 0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedStore.start(data, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another store");
        }
    }

    @Test
    void an_answer_waits_for_the_force_and_many_share_one() throws Exception {
        StoreCounters counters = new StoreCounters();
        FileJournal journal = new FileJournal(DataFolder.open(data), 1, counters);
        CountDownLatch answered = new CountDownLatch(1000);
        for (int i = 1; i <= 1000; i++) {
            journal.append(put(i));
            journal.whenDurable(journal.mark(), safe -> {
                assertThat(safe && counters.journalForces() > 0).isTrue();
                answered.countDown();
            });
        }
        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(counters.journalForces()).isLessThan(1000);
        journal.close();
    }
}
