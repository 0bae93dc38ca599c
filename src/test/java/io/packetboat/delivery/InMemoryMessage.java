package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.delivery.ReceiveMark;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message of an {@link TestingDeliveryQueue}. What would survive a crash is kept apart. */
final class InMemoryMessage implements HeldMessage {
    final MessageToSend sent;
    final Optional<String> deadLetterSource;
    private final long id;
    private int deliveries;
    private @Nullable ReceiveMark mark;
    private @Nullable ReceiveMark durableMark;

    InMemoryMessage(MessageToSend sent, long id, Optional<String> deadLetterSource) {
        this.sent = sent;
        this.id = id;
        this.deadLetterSource = deadLetterSource;
    }

    void mark(ReceiveMark newMark) {
        mark = newMark;
    }

    void markDurably(ReceiveMark newMark) {
        durableMark = newMark;
    }

    /** The message as a broker finds it after a crash. */
    InMemoryMessage afterCrash() {
        InMemoryMessage found = new InMemoryMessage(sent, id, deadLetterSource);
        ReceiveMark noted = durableMark;
        if (noted != null) {
            found.mark = noted;
            found.durableMark = noted;
            found.deliveries = noted.deliveries();
        }
        return found;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public long place() {
        return id;
    }

    @Override
    public int deliveries() {
        return deliveries;
    }

    @Override
    public int countDelivery() {
        return ++deliveries;
    }

    @Override
    public Optional<MessageGroupId> group() {
        return sent.group();
    }

    Instant sentAt() {
        return sent.sent();
    }

    @Override
    public long heldBytes() {
        return 0;
    }

    @Override
    public Optional<ReceiveMark> mark() {
        return Optional.ofNullable(mark);
    }

    @Override
    public ReadMessage read() {
        return new ReadMessage(
                new MessageId(sent.id().toString()),
                sent.body(),
                sent.attributes(),
                sent.sent(),
                sent.senderId(),
                sent.sequence(),
                sent.deduplicationId(),
                sent.group(),
                sent.traceHeader(),
                deadLetterSource);
    }
}
