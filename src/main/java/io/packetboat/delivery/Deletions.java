package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.HeldMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Deletes messages of one queue by their handles. What one request names and its desk holds is settled as one, with one
 * sync.
 *
 * @param forget has the desk forget what it knows by a receipt
 * @param takeTurns lets others have what is free now
 */
record Deletions(
        DeliveryQueue queue,
        UnreadMessages unread,
        DeskSetup setup,
        Function<Receipt, DeskState.Deleted> forget,
        Runnable takeTurns) {

    List<CompletionStage<Void>> delete(List<ReceiptHandle> handles) {
        List<HeldMessage> held = new ArrayList<>();
        List<Optional<CompletionStage<Void>>> apart =
                handles.stream().map(handle -> delete(handle, held)).toList();
        CompletionStage<Void> settled = held.isEmpty() ? CompletableFuture.completedFuture(null) : queue.settle(held);
        if (!held.isEmpty()) {
            takeTurns.run();
        }
        return apart.stream().map(one -> one.orElse(settled)).toList();
    }

    private Optional<CompletionStage<Void>> delete(ReceiptHandle handle, List<HeldMessage> held) {
        try {
            return delete(Receipt.of(handle, queue.id()), handle, held);
        } catch (ReceiptHandleInvalid invalid) {
            return Optional.of(CompletableFuture.failedFuture(invalid));
        }
    }

    /** Adds the message to those that are held, or else answers how it is deleted. */
    private Optional<CompletionStage<Void>> delete(Receipt receipt, ReceiptHandle handle, List<HeldMessage> held) {
        DeskState.Deleted found = forget.apply(receipt);
        if (setup.fifo() && (found.late() || unread.isLate(receipt, now()))) {
            return Optional.of(CompletableFuture.failedFuture(new ReceiptHandleExpired(handle)));
        }
        if (found.held().isPresent()) {
            held.add(found.held().get());
            return Optional.empty();
        }
        if (found.givenBack().isPresent()) {
            return Optional.of(queue.settleGivenBack(found.givenBack().get(), receipt.deliveries())
                    .thenApply(done -> null));
        }
        // Deleted before, or received by somebody else since: AWS answers that it is done.
        return Optional.of(unread.delete(receipt, () -> delete(List.of(handle)).get(0))
                .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private Instant now() {
        return Instant.ofEpochMilli(setup.clock().millis());
    }
}
