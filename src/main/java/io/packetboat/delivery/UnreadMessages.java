package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.ReceiveMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Messages that were in flight when the broker stopped and still are on a page: nobody holds them, and all that is known of
 * them is their mark. An answer is empty if the message is none of these; where it was read meanwhile, something is done with
 * the message itself instead.
 */
record UnreadMessages(DeliveryQueue queue) {

    Optional<CompletionStage<Void>> delete(Receipt receipt, Supplier<CompletionStage<Void>> otherwise) {
        return mark(receipt).map(mark -> orElse(queue.markUnread(receipt.message(), ReceiveMark.DELETED), otherwise));
    }

    private static CompletionStage<Void> orElse(
            CompletionStage<Boolean> unread, Supplier<CompletionStage<Void>> otherwise) {
        return unread.thenCompose(done -> done ? CompletableFuture.completedFuture(null) : otherwise.get());
    }

    /** Whether the receipt came after the visibility timeout, or is not of the latest receive. */
    boolean isLate(Receipt receipt, Instant now) {
        return queue.unread(receipt.message())
                .filter(mark -> !mark.equals(ReceiveMark.DELETED))
                .filter(mark -> mark.deliveries() != receipt.deliveries()
                        || !mark.deadline().isAfter(now))
                .isPresent();
    }

    Optional<CompletionStage<Void>> changeVisibility(
            Receipt receipt, Duration timeout, Instant now, Supplier<CompletionStage<Void>> otherwise) {
        return mark(receipt)
                .filter(mark -> mark.deadline().isAfter(now))
                .map(mark -> mark.until(Visibility.deadline(mark.received(), now, timeout)))
                .map(changed -> orElse(queue.markUnread(receipt.message(), changed), otherwise));
    }

    private Optional<ReceiveMark> mark(Receipt receipt) {
        return queue.unread(receipt.message()).filter(mark -> mark.deliveries() == receipt.deliveries());
    }
}
