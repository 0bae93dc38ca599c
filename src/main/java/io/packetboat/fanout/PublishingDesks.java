package io.packetboat.fanout;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.fanout.MessageToPublish;
import io.packetboat.broker.fanout.TopicRoutes;
import io.packetboat.delivery.Admissions;
import io.packetboat.delivery.Desks;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import io.packetboat.queue.FifoSettings.DeduplicationScope;
import io.packetboat.topic.FifoTopic;
import io.packetboat.topic.TopicDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Takes messages for topics, and for a FIFO topic each only once. Safe for any number of threads, none of which waits. */
public final class PublishingDesks {
    private final TopicRoutes routes;
    private final Desks desks;
    private final Clock clock;

    public PublishingDesks(TopicRoutes routes, Desks desks, Clock clock) {
        this.routes = routes;
        this.desks = desks;
        this.clock = clock;
    }

    boolean isDiskFull() {
        return routes.isDiskFull();
    }

    /** Publishes messages that obey the topic's rules; each stage completes with its message, or they all fail as one. */
    List<CompletionStage<PublishedMessage>> publish(TopicDefinition topic, List<Notification> messages) {
        return topic.attributes()
                .fifo()
                .map(fifo -> publishOnce(topic.name(), fifo, messages))
                .orElseGet(() -> publishAll(topic.name(), messages));
    }

    private List<CompletionStage<PublishedMessage>> publishAll(TopicName topic, List<Notification> messages) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        List<MessageToPublish> outgoing =
                messages.stream().map(message -> plain(message, now)).toList();
        CompletionStage<Void> stored = routes.publish(topic, outgoing);
        return outgoing.stream()
                .map(message -> stored.thenApply(done -> new PublishedMessage(
                        new MessageId(message.message().id().toString()), Optional.empty())))
                .toList();
    }

    private static MessageToPublish plain(Notification message, Instant now) {
        return with(
                message,
                new MessageToSend(
                        Admissions.randomId(),
                        message.body(),
                        message.attributes(),
                        now,
                        Duration.ZERO,
                        Optional.empty(),
                        message.group(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static MessageToPublish with(Notification message, MessageToSend content) {
        return new MessageToPublish(content, message.subject(), message.perProtocol());
    }

    /** The marks are kept with the topic's intake, which every FIFO topic has therefore. */
    private List<CompletionStage<PublishedMessage>> publishOnce(
            TopicName topic, FifoTopic fifo, List<Notification> messages) {
        CompletionStage<List<CompletionStage<PublishedMessage>>> all =
                routes.ledgerOf(topic).thenApply(ledger -> admit(topic, ledger, fifo, messages));
        return IntStream.range(0, messages.size())
                .<CompletionStage<PublishedMessage>>mapToObj(i -> all.thenCompose(stages -> stages.get(i)))
                .toList();
    }

    private List<CompletionStage<PublishedMessage>> admit(
            TopicName topic, DeliveryQueue ledger, FifoTopic fifo, List<Notification> messages) {
        List<DeduplicationId> ids = messages.stream()
                .map(message -> message.deduplication().orElseGet(() -> Admissions.idOf(message.body())))
                .toList();
        List<DeduplicationMark.Key> keys = IntStream.range(0, messages.size())
                .mapToObj(i -> Admissions.keyOf(ids.get(i), messages.get(i).group(), scopeOf(fifo)))
                .toList();
        return desks
                .admissionsOf(ledger)
                .admit(
                        keys,
                        fresh -> routes.publish(
                                topic,
                                fresh.stream()
                                        .map(one -> once(messages.get(one.index()), ids.get(one.index()), one.mark()))
                                        .toList()))
                .stream()
                .<CompletionStage<PublishedMessage>>map(
                        admitted -> admitted.stored().thenApply(done -> published(admitted.mark())))
                .toList();
    }

    private static DeduplicationScope scopeOf(FifoTopic fifo) {
        return switch (fifo.scope()) {
            case TOPIC -> DeduplicationScope.QUEUE;
            case MESSAGE_GROUP -> DeduplicationScope.MESSAGE_GROUP;
        };
    }

    private static MessageToPublish once(Notification message, DeduplicationId id, DeduplicationMark mark) {
        return with(
                message,
                new MessageToSend(
                        mark.message(),
                        message.body(),
                        message.attributes(),
                        mark.sent(),
                        Duration.ZERO,
                        Optional.empty(),
                        message.group(),
                        Optional.of(new SequenceNumber(mark.sequence())),
                        Optional.of(id),
                        Optional.empty(),
                        Optional.of(mark)));
    }

    private static PublishedMessage published(DeduplicationMark mark) {
        return new PublishedMessage(
                new MessageId(mark.message().toString()), Optional.of(new SequenceNumber(mark.sequence())));
    }
}
