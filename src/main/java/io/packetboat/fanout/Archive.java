package io.packetboat.fanout;

import io.packetboat.broker.fanout.Publication;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.SubscriptionId;
import java.util.List;

/**
 * Keeps what is published to some topics, and holds back from subscriptions what they are to get later.
 *
 * <p>Safe for any number of threads, which may wait for the database.
 */
public interface Archive {
    /** Keeps nothing. */
    Archive NONE = new Archive() {
        @Override
        public boolean keeps(TopicName topic) {
            return false;
        }

        @Override
        public List<ArchivePosition> keep(TopicName topic, List<Kept> messages) {
            throw new IllegalStateException("nothing is kept");
        }

        @Override
        public boolean isHeldBack(SubscriptionId subscription, ArchivePosition position) {
            return false;
        }
    };

    /**
     * A message to keep.
     *
     * @param number the broker's own of this message; it has the same one when it is handed on again after a crash
     */
    record Kept(long number, Publication publication) {}

    /** Whether what is published to the topic has to be kept now. */
    boolean keeps(TopicName topic);

    /**
     * Keeps messages, in this order; they are on disk when it returns. A message that is kept already keeps its place.
     *
     * @return their places, in their order
     * @throws io.packetboat.kernel.PacketboatException if it cannot be done now
     */
    List<ArchivePosition> keep(TopicName topic, List<Kept> messages);

    /** Whether somebody else gives the subscription this message, so that the fan-out must not. */
    boolean isHeldBack(SubscriptionId subscription, ArchivePosition position);
}
