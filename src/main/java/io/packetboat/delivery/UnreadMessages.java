package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.ReceiveMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Messages that were in flight when the broker stopped and still are on a page: nobody holds them, and all that is known of
 * them is their mark. Each answer is false if the message was read meanwhile, and empty if it is none of these.
 */
record UnreadMessages(DeliveryQueue queue) {

    Optional<CompletionStage<Boolean>> delete(Receipt receipt) {
        return mark(receipt).map(mark -> queue.markUnread(receipt.message(), ReceiveMark.DELETED));
    }

    Optional<CompletionStage<Boolean>> changeVisibility(Receipt receipt, Duration timeout, Instant now) {
        return mark(receipt)
                .filter(mark -> mark.deadline().isAfter(now))
                .map(mark -> queue.markUnread(
                        receipt.message(), mark.until(Visibility.deadline(mark.received(), now, timeout))));
    }

    private Optional<ReceiveMark> mark(Receipt receipt) {
        return queue.unread(receipt.message()).filter(mark -> mark.deliveries() == receipt.deliveries());
    }
}
