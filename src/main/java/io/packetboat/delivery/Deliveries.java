package io.packetboat.delivery;

import io.packetboat.audit.DataEvent;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sending, receiving and settling with the semantics of SQS, on the very queues that all protocols use.
 *
 * <p>No method blocks. Every stage completes once what it answers is synced to disk, on a thread of the broker or of the
 * timer, which must not be held up; it fails with a {@link io.packetboat.kernel.PacketboatException}: {@link
 * io.packetboat.queue.QueueNotFound}, {@link io.packetboat.identity.AccessDenied}, {@link
 * io.packetboat.broker.BrokerUnavailable} (also while producers are blocked for want of disk space), {@link
 * io.packetboat.kernel.InvalidValue} named after SQS's parameter, or what the methods name. No method throws.
 */
@ApplicationScoped
public class Deliveries {

    /** Sends a message; raises {@link InvalidMessageContents} or {@link MessageTooLong}. */
    @DataEvent("sqs:SendMessage")
    public CompletionStage<SentMessage> send(Caller caller, QueueName queue, OutgoingMessage message) {
        return onItsWay();
    }

    /**
     * Sends several messages with one sync; the outcomes stand in the order of the messages. The stage itself fails only
     * for what concerns them all: the queue, the right, the broker, and all messages together being too long.
     */
    @DataEvent("sqs:SendMessage")
    public CompletionStage<List<SendOutcome>> sendBatch(
            Caller caller, QueueName queue, List<OutgoingMessage> messages) {
        return onItsWay();
    }

    /**
     * Receives messages, at once or as soon as the first one comes; an empty list after the wait.
     *
     * <p>Cancelling the future withdraws the request; messages that it was about to get are visible again. Raises {@link
     * InFlightLimitReached}.
     */
    @DataEvent("sqs:ReceiveMessage")
    public CompletableFuture<List<Delivery>> receive(Caller caller, QueueName queue, ReceiveRequest request) {
        return onItsWay();
    }

    /**
     * Deletes a received message for good, also after its visibility timeout as long as nobody else received it. A message
     * that is gone already counts as deleted. Raises {@link ReceiptHandleInvalid}, and {@link ReceiptHandleExpired} for
     * FIFO queues.
     */
    @DataEvent("sqs:DeleteMessage")
    public CompletionStage<Void> delete(Caller caller, QueueName queue, ReceiptHandle handle) {
        return onItsWay();
    }

    /**
     * Hides a received message for so long from now on; zero makes it visible at once. Raises {@link
     * ReceiptHandleInvalid} and {@link MessageNotInFlight}.
     */
    @DataEvent("sqs:ChangeMessageVisibility")
    public CompletionStage<Void> changeVisibility(
            Caller caller, QueueName queue, ReceiptHandle handle, Duration timeout) {
        return onItsWay();
    }

    /** Deletes every message, those in flight and delayed too. */
    @DataEvent("sqs:PurgeQueue")
    public CompletionStage<Void> purge(Caller caller, QueueName queue) {
        return onItsWay();
    }

    private static <T> CompletableFuture<T> onItsWay() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("the engine is on its way"));
    }
}
