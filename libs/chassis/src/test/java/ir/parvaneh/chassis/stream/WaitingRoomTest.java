package ir.parvaneh.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ir.parvaneh.chassis.stream.WaitingRoom.Place;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class WaitingRoomTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final WaitingRoom room = new WaitingRoom();

    private void comes(String page, long offset, boolean matters, long at) {
        var place = new Place(PARTITION, offset);
        room.seen(place);
        room.enter(page, place, event(page, offset), matters, at);
    }

    private static Incoming event(String page, long offset) {
        return new Incoming("/s", page, offset, "id-" + offset, "type", Instant.EPOCH, null, new byte[] {'{', '}'});
    }

    private List<Long> due(long now) {
        return room.due(now).stream().map(Incoming::number).toList();
    }

    private long unread() {
        return room.unread(Set.of(PARTITION)).get(PARTITION).offset();
    }

    @Test
    void what_changes_nothing_waits_for_the_next_of_its_page_that_does() {
        comes("a", 1, false, 0);
        comes("b", 2, true, 0);
        assertThat(due(0)).containsExactly(2L);
        room.leave(0);
        comes("a", 3, true, 10);
        assertThat(due(10)).containsExactly(1L, 3L);
        room.leave(10);
        assertThat(due(5_000)).isEmpty();
    }

    @Test
    void nothing_waits_longer_than_four_seconds() {
        comes("a", 1, false, 100);
        comes("a", 2, false, 900);
        assertThat(due(1_099)).isEmpty();
        assertThat(due(4_100)).containsExactly(1L, 2L);
    }

    @Test
    void what_waits_is_not_committed() {
        comes("a", 1, false, 0);
        comes("b", 2, true, 0);
        room.leave(0);
        assertThat(unread()).isEqualTo(1);
        room.leave(4_000);
        assertThat(unread()).isEqualTo(3);
    }

    @Test
    void what_could_not_be_taken_in_and_comes_again_waits_once() {
        comes("a", 1, true, 0);
        comes("a", 1, true, 5);
        assertThat(due(5)).containsExactly(1L);
    }

    @Test
    void a_partition_that_went_to_somebody_else_is_not_committed() {
        comes("a", 1, true, 0);
        assertThat(room.unread(Set.of())).isEmpty();
    }

    @Test
    void a_full_room_is_emptied() {
        for (int offset = 0; offset <= 5_000; offset++) {
            comes("page-" + offset, offset, false, 0);
        }
        assertThat(due(0)).hasSize(5_001);
        room.leave(0);
        assertThat(unread()).isEqualTo(5_001);
    }
}
