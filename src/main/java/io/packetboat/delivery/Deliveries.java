package io.packetboat.delivery;

import io.packetboat.audit.DataEvent;
import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;
import io.packetboat.policy.Action;
import io.packetboat.queue.QueueDefinition;
import io.packetboat.queue.QueueMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Sending, receiving and settling with the semantics of SQS, on the very queues that all protocols use.
 *
 * <p>No method blocks. Every stage completes once what it answers is synced to disk, on a thread of the broker or of the
 * timer, which must not be held up; it fails with a {@link PacketboatException}: {@link io.packetboat.queue.QueueNotFound},
 * {@link io.packetboat.identity.AccessDenied}, {@link BrokerUnavailable} (also while producers are blocked for want of disk
 * space), {@link io.packetboat.kernel.InvalidValue} named after SQS's parameter, or what the methods name. No method
 * throws.
 */
@ApplicationScoped
public class Deliveries {
    /** All messages of a batch together. */
    static final int MAX_BATCH_BYTES = 1 << 20;

    private final Desks desks;
    private final QueueMemory definitions;
    private final Rights rights;
    private final IdentityConfig config;

    @Inject
    public Deliveries(Desks desks, QueueMemory definitions, Rights rights, IdentityConfig config) {
        this.desks = desks;
        this.definitions = definitions;
        this.rights = rights;
        this.config = config;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Deliveries() {
        this(null, null, null, null);
    }

    /** Sends a message; raises {@link InvalidMessageContents} or {@link MessageTooLong}. */
    @DataEvent("sqs:SendMessage")
    public CompletionStage<SentMessage> send(Caller caller, QueueName queue, OutgoingMessage message) {
        return at(caller, "sqs:SendMessage", queue, (place, definition) -> {
            SendRules.check(message, definition);
            requireDiskSpace();
            return desks.sendingTo(place)
                    .send(caller.user().value(), definition, List.of(message))
                    .get(0)
                    .toCompletableFuture();
        });
    }

    /**
     * Sends several messages with one sync; the outcomes stand in the order of the messages. The stage itself fails only
     * for what concerns them all: the queue, the right, the broker, and all messages together being too long.
     */
    @DataEvent("sqs:SendMessage")
    public CompletionStage<List<SendOutcome>> sendBatch(
            Caller caller, QueueName queue, List<OutgoingMessage> messages) {
        return at(caller, "sqs:SendMessage", queue, (place, definition) -> {
            long size = messages.stream().mapToLong(SendRules::size).sum();
            if (size > MAX_BATCH_BYTES) {
                throw new MessageTooLong(size, MAX_BATCH_BYTES);
            }
            requireDiskSpace();
            return sendBatch(caller, place, definition, messages);
        });
    }

    private CompletableFuture<List<SendOutcome>> sendBatch(
            Caller caller, DeliveryQueue place, QueueDefinition definition, List<OutgoingMessage> messages) {
        List<Optional<PacketboatException>> refusals = new ArrayList<>();
        List<OutgoingMessage> accepted = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            Optional<PacketboatException> refusal = refusal(message, definition);
            refusals.add(refusal);
            if (refusal.isEmpty()) {
                accepted.add(message);
            }
        }
        List<CompletionStage<SentMessage>> sent = accepted.isEmpty()
                ? List.of()
                : desks.sendingTo(place).send(caller.user().value(), definition, accepted);
        CompletableFuture<List<SendOutcome>> outcomes = CompletableFuture.completedFuture(new ArrayList<>());
        int next = 0;
        for (Optional<PacketboatException> refusal : refusals) {
            CompletionStage<SendOutcome> outcome = refusal.isPresent()
                    ? CompletableFuture.completedFuture(new SendOutcome.Refused(refusal.get()))
                    : sent.get(next++).thenApply(SendOutcome.Sent::new);
            outcomes = outcomes.thenCombine(outcome, Deliveries::append);
        }
        return outcomes;
    }

    private static List<SendOutcome> append(List<SendOutcome> outcomes, SendOutcome outcome) {
        outcomes.add(outcome);
        return outcomes;
    }

    private static Optional<PacketboatException> refusal(OutgoingMessage message, QueueDefinition definition) {
        try {
            SendRules.check(message, definition);
            return Optional.empty();
        } catch (PacketboatException e) {
            return Optional.of(e);
        }
    }

    /**
     * Receives messages, at once or as soon as the first one comes; an empty list after the wait.
     *
     * <p>Cancelling the future withdraws the request; messages that it was about to get are visible again. Raises {@link
     * InFlightLimitReached} for a standard queue that is asked without a wait; else such a queue has nothing for now.
     */
    @DataEvent("sqs:ReceiveMessage")
    public CompletableFuture<List<Delivery>> receive(Caller caller, QueueName queue, ReceiveRequest request) {
        return at(
                caller,
                "sqs:ReceiveMessage",
                queue,
                (place, definition) -> desks.of(place)
                        .receive(
                                request,
                                request.visibilityTimeout().orElse(definition.visibilityTimeout()),
                                request.waitTime().orElse(definition.receiveWait())));
    }

    /**
     * Deletes a received message for good, also after its visibility timeout as long as nobody else received it. A message
     * that is gone already counts as deleted. Raises {@link ReceiptHandleInvalid}, and {@link ReceiptHandleExpired} for
     * FIFO queues.
     */
    @DataEvent("sqs:DeleteMessage")
    public CompletionStage<Void> delete(Caller caller, QueueName queue, ReceiptHandle handle) {
        return at(
                caller,
                "sqs:DeleteMessage",
                queue,
                (place, definition) ->
                        desks.of(place).delete(List.of(handle)).get(0).toCompletableFuture());
    }

    /** Deletes several received messages with one sync; each stage is that of the handle in its place, as of {@link #delete}. */
    @DataEvent("sqs:DeleteMessage")
    public List<CompletionStage<Void>> deleteBatch(Caller caller, QueueName queue, List<ReceiptHandle> handles) {
        CompletableFuture<List<CompletionStage<Void>>> all = at(
                caller,
                "sqs:DeleteMessage",
                queue,
                (place, definition) ->
                        CompletableFuture.completedFuture(desks.of(place).delete(handles)));
        return IntStream.range(0, handles.size())
                .<CompletionStage<Void>>mapToObj(i -> all.thenCompose(stages -> stages.get(i)))
                .toList();
    }

    /**
     * Hides a received message for so long from now on; zero makes it visible at once. Raises {@link
     * ReceiptHandleInvalid} and {@link MessageNotInFlight}.
     */
    @DataEvent("sqs:ChangeMessageVisibility")
    public CompletionStage<Void> changeVisibility(
            Caller caller, QueueName queue, ReceiptHandle handle, Duration timeout) {
        return at(
                caller,
                "sqs:ChangeMessageVisibility",
                queue,
                (place, definition) -> desks.of(place)
                        .changeVisibility(Receipt.of(handle, place.id()), handle, timeout)
                        .toCompletableFuture());
    }

    /** Deletes every message, those in flight and delayed too. */
    @DataEvent("sqs:PurgeQueue")
    public CompletionStage<Void> purge(Caller caller, QueueName queue) {
        return at(
                caller,
                "sqs:PurgeQueue",
                queue,
                (place, definition) -> desks.of(place).purge().toCompletableFuture());
    }

    private interface Command<T> extends BiFunction<DeliveryQueue, QueueDefinition, CompletableFuture<T>> {}

    private <T> CompletableFuture<T> at(Caller caller, String action, QueueName queue, Command<T> command) {
        try {
            Arn arn = Arn.of("sqs", config.region(), config.account(), queue.value());
            rights.require(caller, Action.parse(action), arn);
            QueueDefinition definition = definitions.definitionOf(queue);
            DeliveryQueue place =
                    desks.find(queue).orElseThrow(() -> new BrokerUnavailable("The queue is being deleted.", null));
            return command.apply(place, definition);
        } catch (PacketboatException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void requireDiskSpace() {
        if (desks.isDiskFull()) {
            throw new BrokerUnavailable("The disk reserve is reached; producers are blocked.", null);
        }
    }
}
