package io.packetboat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of archived messages must do. */
public abstract class ArchiveStoreContract {
    private static final TopicName ORDERS = new TopicName("orders.fifo");
    private static final TopicName NEWS = new TopicName("news.fifo");
    private static final Instant NOON = Instant.ofEpochMilli(1_800_000_000_123L);
    private static final ArchivePosition NONE = new ArchivePosition(0);
    private static final ArchivePosition ALL = new ArchivePosition(Long.MAX_VALUE);
    private static final int MOST = 100;
    private static final long BYTES = 1 << 20;

    /** An empty store. */
    protected abstract ArchiveStore store();

    private static ArchivedMessage message(long position, String origin, String body, Instant sent) {
        ReadMessage message = new ReadMessage(
                new MessageId(origin),
                body,
                MessageAttributes.NONE,
                sent,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ArchivedMessage(
                new ArchivePosition(position), origin, new Publication(message, Optional.empty(), Map.of()));
    }

    private static ArchivedMessage full() {
        Map<String, MessageAttributes.Value> attributes = new LinkedHashMap<>();
        attributes.put("größe", new MessageAttributes.Text("Number.int", "7"));
        attributes.put("empty", MessageAttributes.Text.string(""));
        ReadMessage message = new ReadMessage(
                new MessageId("id"),
                "a \u0000 zero, \"quotes\" and 😀",
                new MessageAttributes(attributes),
                NOON,
                Optional.of("ada"),
                Optional.of(new SequenceNumber(Long.MAX_VALUE)),
                Optional.of(new DeduplicationId("dedup")),
                Optional.of(new MessageGroupId("group")),
                Optional.of("trace"),
                Optional.empty());
        return new ArchivedMessage(
                new ArchivePosition(5),
                "5/id",
                new Publication(message, Optional.of("Sübject"), Map.of("sqs", "for queues", "email", "")));
    }

    private static List<String> origins(List<ArchivedMessage> messages) {
        return messages.stream().map(ArchivedMessage::origin).toList();
    }

    private static List<String> read(ArchiveStore store, ArchiveRange range) {
        return origins(store.read(ORDERS, range, MOST, BYTES));
    }

    @Test
    void anEmptyStoreHoldsNothing() {
        ArchiveStore store = store();

        assertThat(store.topics()).isEmpty();
        assertThat(store.last(ORDERS)).isEqualTo(NONE);
        assertThat(read(store, ArchiveRange.between(NONE, ALL))).isEmpty();
    }

    @Test
    void allOfAMessageComesBack() {
        ArchiveStore store = store();

        store.add(ORDERS, List.of(full()));

        assertThat(store.read(ORDERS, ArchiveRange.between(NONE, ALL), MOST, BYTES))
                .containsExactly(full());
        assertThat(store.last(ORDERS)).isEqualTo(new ArchivePosition(5));
    }

    @Test
    void bytesComeBackAsBytes() {
        ArchiveStore store = store();
        byte[] bytes = {0, -1, 7};
        ArchivedMessage plain = message(1, "a", "body", NOON);
        ReadMessage read = plain.publication().message();
        ReadMessage withBytes = new ReadMessage(
                read.id(),
                read.body(),
                new MessageAttributes(Map.of("raw", new MessageAttributes.Binary("Binary.gif", bytes))),
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        store.add(
                ORDERS,
                List.of(new ArchivedMessage(
                        plain.position(), "a", new Publication(withBytes, Optional.empty(), Map.of()))));

        MessageAttributes attributes = store.read(ORDERS, ArchiveRange.between(NONE, ALL), MOST, BYTES)
                .get(0)
                .publication()
                .message()
                .attributes();
        assertThat(attributes.find("raw").orElseThrow())
                .isInstanceOfSatisfying(MessageAttributes.Binary.class, value -> {
                    assertThat(value.dataType()).isEqualTo("Binary.gif");
                    assertThat(value.bytes()).isEqualTo(bytes);
                });
    }

    @Test
    void aMessageThatIsThereKeepsItsPlace() {
        ArchiveStore store = store();
        store.add(ORDERS, List.of(message(1, "a", "first", NOON), message(2, "b", "second", NOON)));

        List<ArchivePosition> places =
                store.add(ORDERS, List.of(message(3, "b", "second", NOON), message(4, "c", "third", NOON)));

        assertThat(places).containsExactly(new ArchivePosition(2), new ArchivePosition(4));
        assertThat(read(store, ArchiveRange.between(NONE, ALL))).containsExactly("a", "b", "c");
    }

    @Test
    void topicsShareNothing() {
        ArchiveStore store = store();
        store.add(ORDERS, List.of(message(1, "a", "body", NOON)));
        store.add(NEWS, List.of(message(1, "a", "body", NOON), message(9, "z", "body", NOON)));

        assertThat(store.topics()).containsExactly(NEWS, ORDERS);
        assertThat(store.last(ORDERS)).isEqualTo(new ArchivePosition(1));
        assertThat(read(store, ArchiveRange.between(NONE, ALL))).containsExactly("a");
    }

    @Test
    void aRangeIsReadByPlaceAndTime() {
        ArchiveStore store = store();
        for (int i = 1; i <= 6; i++) {
            store.add(ORDERS, List.of(message(i, "m" + i, "body", NOON.plusSeconds(i))));
        }

        assertThat(read(store, ArchiveRange.between(new ArchivePosition(2), new ArchivePosition(4))))
                .containsExactly("m3", "m4");
        assertThat(read(store, new ArchiveRange(NONE, ALL, NOON.plusSeconds(2), NOON.plusSeconds(3))))
                .containsExactly("m2", "m3");
    }

    @Test
    void aReadIsBounded() {
        ArchiveStore store = store();
        for (int i = 1; i <= 4; i++) {
            store.add(ORDERS, List.of(message(i, "m" + i, "x".repeat(1_000), NOON)));
        }
        ArchiveRange all = ArchiveRange.between(NONE, ALL);

        assertThat(origins(store.read(ORDERS, all, 3, BYTES))).containsExactly("m1", "m2", "m3");
        assertThat(origins(store.read(ORDERS, all, MOST, 2_500))).containsExactly("m1", "m2");
        assertThat(origins(store.read(ORDERS, all, MOST, 10))).containsExactly("m1");
    }

    @Test
    void whatIsOldIsDeletedByAndBy() {
        ArchiveStore store = store();
        for (int i = 1; i <= 5; i++) {
            store.add(ORDERS, List.of(message(i, "m" + i, "body", NOON.plusSeconds(i))));
        }
        Instant moment = NOON.plus(Duration.ofSeconds(4));

        assertThat(store.deleteBefore(ORDERS, moment, 2)).isEqualTo(2);
        assertThat(store.deleteBefore(ORDERS, moment, 2)).isEqualTo(1);
        assertThat(store.deleteBefore(ORDERS, moment, 2)).isZero();
        assertThat(read(store, ArchiveRange.between(NONE, ALL))).containsExactly("m4", "m5");
    }
}
