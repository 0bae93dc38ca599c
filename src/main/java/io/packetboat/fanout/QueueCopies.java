package io.packetboat.fanout;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.delivery.Admissions;
import io.packetboat.delivery.Desks;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.SequenceNumber;
import io.packetboat.queue.FifoSettings;
import io.packetboat.queue.QueueDefinition;
import io.packetboat.queue.QueueMemory;
import io.packetboat.subscription.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the messages that queues get of a published one. Safe for any number of threads. */
public final class QueueCopies {
    /** Who has sent them, as receivers see it. */
    private static final Optional<String> SENDER = Optional.of("sns.amazonaws.com");

    private final Envelopes envelopes;
    private final QueueMemory definitions;
    private final Desks desks;
    private final Clock clock;

    public QueueCopies(Envelopes envelopes, QueueMemory definitions, Desks desks, Clock clock) {
        this.envelopes = envelopes;
        this.definitions = definitions;
        this.desks = desks;
        this.clock = clock;
    }

    private record Content(String body, MessageAttributes attributes) {}

    /** Adds the message for the queue of a subscription, or for its dead-letter queue. */
    void add(Plan plan, Plan.Kind kind, DeliveryQueue queue, Subscription subscription, Publication publication) {
        Content content = content(subscription, publication);
        Optional<QueueDefinition> definition = definitions.find(queue.name());
        Optional<FifoSettings> fifo = definition.flatMap(QueueDefinition::fifo);
        if (fifo.isPresent()) {
            admit(new Destination(plan, kind, queue, delayOf(definition)), publication, content, fifo.get());
        } else {
            plan.add(kind, queue, plain(content, publication.message().group(), delayOf(definition)));
        }
    }

    private static Duration delayOf(Optional<QueueDefinition> definition) {
        return definition.map(QueueDefinition::delay).orElse(Duration.ZERO);
    }

    /** What an endpoint that is no queue gets. */
    String bodyFor(Subscription subscription, Publication publication) {
        return envelopes.bodyFor(subscription, publication);
    }

    /** A raw message's attributes are those of the queue's message; else they stand in the envelope. */
    private Content content(Subscription subscription, Publication publication) {
        boolean raw = subscription.attributes().raw();
        return new Content(
                envelopes.bodyFor(subscription, publication),
                raw ? publication.message().attributes() : MessageAttributes.NONE);
    }

    private MessageToSend plain(Content content, Optional<MessageGroupId> group, Duration delay) {
        return new MessageToSend(
                Admissions.randomId(),
                content.body(),
                content.attributes(),
                Instant.ofEpochMilli(clock.millis()),
                delay,
                SENDER,
                group,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private record Destination(Plan plan, Plan.Kind kind, DeliveryQueue queue, Duration delay) {}

    /** A FIFO queue takes the message once, by the id that it had at the topic. */
    private void admit(Destination to, Publication publication, Content content, FifoSettings fifo) {
        ReadMessage message = publication.message();
        // Clients of other protocols give neither; what they publish keeps its order then.
        MessageGroupId group = message.group()
                .orElseGet(() -> new MessageGroupId(to.plan().topic().value()));
        DeduplicationId id = message.deduplication()
                .orElseGet(() -> new DeduplicationId(message.id().value()));
        // Else what is given again within five minutes would be a duplicate, and what two messages of a topic that
        // tells
        // groups apart have in common would be lost.
        DeduplicationId unique =
                publication.replay().map(replay -> again(replay, message)).orElse(id);
        DeduplicationMark.Key key = Admissions.keyOf(unique, Optional.of(group), fifo.deduplicationScope());
        int before = to.plan().copies().size();
        var unused = desks.admissionsOf(to.queue()).admit(List.of(key), fresh -> {
            DeduplicationMark mark = fresh.get(0).mark();
            to.plan().add(to.kind(), to.queue(), once(content, group, id, mark, to.delay()));
            return to.plan().outcome();
        });
        if (to.plan().copies().size() == before) {
            to.plan().repeat(to.kind());
        }
    }

    private static DeduplicationId again(String replay, ReadMessage message) {
        return Admissions.idOf(replay + message.id());
    }

    private static MessageToSend once(
            Content content, MessageGroupId group, DeduplicationId id, DeduplicationMark mark, Duration delay) {
        return new MessageToSend(
                mark.message(),
                content.body(),
                content.attributes(),
                mark.sent(),
                delay,
                SENDER,
                Optional.of(group),
                Optional.of(new SequenceNumber(mark.sequence())),
                Optional.of(id),
                Optional.empty(),
                Optional.of(mark));
    }
}
