package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.kernel.PacketboatException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Receiving from a queue that belongs to the node itself: nobody's rights are asked for, and there is no definition.
 *
 * <p>The same promises hold as for {@link Deliveries}: no method blocks, and stages complete once all is synced to disk.
 */
public final class OwnDesk {
    private final DeliveryQueue queue;
    private final Desks desks;

    OwnDesk(DeliveryQueue queue, Desks desks) {
        this.queue = queue;
        this.desks = desks;
    }

    /** Receives at once or as soon as the first message comes; see {@link Deliveries#receive}. */
    public CompletableFuture<List<Delivery>> receive(int max, Duration hidden, Duration wait) {
        return desks.of(queue).receive(ReceiveRequest.within(max, wait), hidden, wait);
    }

    /** Deletes a received message for good. */
    public CompletionStage<Void> delete(ReceiptHandle handle) {
        return desks.of(queue).delete(List.of(handle)).get(0);
    }

    /** Hides a received message for so long from now on; zero makes it visible at once. */
    public CompletionStage<Void> hide(ReceiptHandle handle, Duration timeout) {
        return with(handle, receipt -> desks.of(queue).changeVisibility(receipt, handle, timeout));
    }

    /** How many messages the queue holds, those in flight among them. */
    public long messages() {
        return queue.counts().messages();
    }

    private interface Step {
        CompletionStage<Void> take(Receipt receipt);
    }

    private CompletionStage<Void> with(ReceiptHandle handle, Step step) {
        try {
            return step.take(Receipt.of(handle, queue.id()));
        } catch (PacketboatException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
