package io.packetboat.broker.delivery;

import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.jspecify.annotations.Nullable;

/** A reference of a queue in our words. Equal to nothing but itself. */
final class ArtemisMessage implements HeldMessage {
    private final MessageReference reference;
    private final Optional<MessageGroupId> group;

    ArtemisMessage(MessageReference reference) {
        this.reference = reference;
        this.group = group(reference);
    }

    /** A message that a broken client encoded must not stop its queue. */
    private static Optional<MessageGroupId> group(MessageReference reference) {
        try {
            return Optional.ofNullable(reference.getMessage().getGroupID())
                    .map(SimpleString::toString)
                    .filter(group -> !group.isEmpty())
                    .map(MessageGroupId::new);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    MessageReference reference() {
        return reference;
    }

    @Override
    public long id() {
        return reference.getMessageID();
    }

    @Override
    public long place() {
        return reference.getSequence();
    }

    @Override
    public int deliveries() {
        return reference.getDeliveryCount();
    }

    @Override
    public int countDelivery() {
        reference.incrementDeliveryCount();
        return reference.getDeliveryCount();
    }

    @Override
    public Optional<MessageGroupId> group() {
        return group;
    }

    @Override
    public long heldBytes() {
        return reference.isPaged() ? reference.getMessageMemoryEstimate() : 0;
    }

    @Override
    public Optional<ReceiveMark> mark() {
        @Nullable StoredMark mark = StoredMark.of(reference);
        return mark == null ? Optional.empty() : Optional.of(mark.mark());
    }

    @Override
    public ReadMessage read() {
        return MessageReading.read(reference);
    }
}
