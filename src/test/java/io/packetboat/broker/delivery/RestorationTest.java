package io.packetboat.broker.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.broker.delivery.OwnRecords.Accepted;
import io.packetboat.broker.delivery.OwnRecords.Received;
import io.packetboat.broker.retention.Arrivals;
import io.packetboat.kernel.TestingClock;
import java.time.Instant;
import java.util.UUID;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.junit.jupiter.api.Test;

class RestorationTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final ReceiveMark MARK = new ReceiveMark(3, NOW, NOW.plusSeconds(1), NOW.plusSeconds(31));
    private static final DeduplicationMark ACCEPTED =
            new DeduplicationMark(new DeduplicationMark.Key(1, 2), new UUID(3, 4), 5, NOW, 9);

    private final Restoration restoration = new Restoration(new TestingClock(), new Arrivals());

    @Test
    void recordsSayWhatWasWritten() {
        assertThat(OwnRecords.received(OwnRecords.bytes(new Received(7, 8, MARK))))
                .isEqualTo(new Received(7, 8, MARK));
        assertThat(OwnRecords.accepted(OwnRecords.bytes(new Accepted(7, ACCEPTED)), 9))
                .isEqualTo(new Accepted(7, ACCEPTED));
    }

    @Test
    void aRecordOfANewerReleaseStopsTheStart() {
        byte[] newer = OwnRecords.bytes(new Received(7, 8, MARK));
        newer[0]++;

        assertThatThrownBy(() -> OwnRecords.received(newer)).hasMessageContaining("newer release");
    }

    @Test
    void theLastMarkOfAMessageCountsAndCanBeChangedWhileItIsOnAPage() {
        load(1, OwnRecords.RECEIVE, OwnRecords.bytes(new Received(7, 8, MARK.until(NOW))));
        load(1, OwnRecords.RECEIVE, OwnRecords.bytes(new Received(7, 8, MARK)));

        assertThat(restoration.unread(7, 8)).contains(MARK);
        assertThat(restoration.unread(7, 9)).isEmpty();
        assertThat(restoration.change(7, 8, ReceiveMark.DELETED)).contains(1L);
        assertThat(restoration.unread(7, 8)).contains(ReceiveMark.DELETED);
        assertThat(restoration.change(6, 8, ReceiveMark.DELETED)).isEmpty();
    }

    @Test
    void marksOfMessagesThatAreGoneAreNamedOnceButForQueuesWithPages() {
        load(1, OwnRecords.RECEIVE, OwnRecords.bytes(new Received(7, 8, MARK)));
        load(2, OwnRecords.RECEIVE, OwnRecords.bytes(new Received(9, 10, MARK)));

        assertThat(restoration.orphans(queue -> queue == 9)).containsExactly(1L);
        assertThat(restoration.orphans(queue -> queue == 9)).isEmpty();
        assertThat(restoration.unread(9, 10)).contains(MARK);
    }

    @Test
    void whatWasAcceptedIsHandedOverOnce() {
        load(9, OwnRecords.DEDUPLICATION, OwnRecords.bytes(new Accepted(7, ACCEPTED)));

        assertThat(restoration.takeAccepted(7)).containsExactly(ACCEPTED);
        assertThat(restoration.takeAccepted(7)).isEmpty();
    }

    private void load(long number, byte type, byte[] bytes) {
        restoration.load(new RecordInfo(number, type, bytes, false, false, (short) 0));
    }
}
