package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import io.packetboat.queue.FifoSettings;
import io.packetboat.queue.QueueDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Takes messages for one queue, and for a FIFO queue each only once. Safe for any number of threads. */
final class SendingDesk {
    private final DeliveryQueue queue;
    private final Deadlines deadlines;
    private final Clock clock;
    private Optional<Admissions> admissions = Optional.empty();

    SendingDesk(DeliveryQueue queue, Deadlines deadlines, Clock clock) {
        this.queue = queue;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Sends messages that obey the queue's rules; each stage completes with its message, or they all fail as one. */
    List<CompletionStage<SentMessage>> send(String sender, QueueDefinition definition, List<OutgoingMessage> messages) {
        return definition
                .fifo()
                .map(fifo -> sendOnce(sender, definition, fifo, messages))
                .orElseGet(() -> sendAll(sender, definition, messages));
    }

    private List<CompletionStage<SentMessage>> sendAll(
            String sender, QueueDefinition definition, List<OutgoingMessage> messages) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        List<MessageToSend> outgoing = messages.stream()
                .map(message -> new MessageToSend(
                        Admissions.randomId(),
                        message.body(),
                        message.attributes(),
                        now,
                        message.delay().orElse(definition.delay()),
                        Optional.of(sender),
                        message.group(),
                        Optional.empty(),
                        Optional.empty(),
                        message.traceHeader(),
                        Optional.empty()))
                .toList();
        CompletionStage<Void> stored = queue.send(outgoing);
        return outgoing.stream()
                .map(message -> stored.thenApply(done -> sent(message.id(), Optional.empty())))
                .toList();
    }

    private List<CompletionStage<SentMessage>> sendOnce(
            String sender, QueueDefinition definition, FifoSettings fifo, List<OutgoingMessage> messages) {
        List<DeduplicationId> ids =
                messages.stream().map(DeduplicationWindow::idOf).toList();
        List<DeduplicationMark.Key> keys = IntStream.range(0, messages.size())
                .mapToObj(i ->
                        DeduplicationWindow.keyOf(ids.get(i), messages.get(i).group(), fifo.deduplicationScope()))
                .toList();
        return admissions()
                .admit(
                        keys,
                        fresh -> queue.send(fresh.stream()
                                .map(one -> once(
                                        sender,
                                        definition.delay(),
                                        messages.get(one.index()),
                                        ids.get(one.index()),
                                        one.mark()))
                                .toList()))
                .stream()
                .map(admitted -> admitted.stored().thenApply(done -> sent(admitted.mark())))
                .toList();
    }

    /** Read from the journal at first use, and kept. */
    synchronized Admissions admissions() {
        Admissions known = admissions.orElseGet(() -> new Admissions(queue, deadlines, clock));
        admissions = Optional.of(known);
        return known;
    }

    private static MessageToSend once(
            String sender, Duration delay, OutgoingMessage message, DeduplicationId id, DeduplicationMark mark) {
        return new MessageToSend(
                mark.message(),
                message.body(),
                message.attributes(),
                mark.sent(),
                delay,
                Optional.of(sender),
                message.group(),
                Optional.of(new SequenceNumber(mark.sequence())),
                Optional.of(id),
                message.traceHeader(),
                Optional.of(mark));
    }

    private static SentMessage sent(DeduplicationMark mark) {
        return sent(mark.message(), Optional.of(new SequenceNumber(mark.sequence())));
    }

    private static SentMessage sent(UUID id, Optional<SequenceNumber> sequence) {
        return new SentMessage(new MessageId(id.toString()), sequence);
    }
}
