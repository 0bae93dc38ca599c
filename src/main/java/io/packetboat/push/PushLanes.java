package io.packetboat.push;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.delivery.Desks;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.DeliveryReport;
import io.packetboat.subscription.SubscriptionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The lanes of all subscriptions that are no queues, each with a durable queue of its own that nobody else can see. Safe for
 * any number of threads.
 */
final class PushLanes {
    /** What the names of the queues begin with. */
    private static final String QUEUES = TopicIntakes.OWN_NAMES + "push.";

    private final TopicIntakes intakes;
    private final Desks desks;
    private final Function<SubscriptionId, Optional<LaneTerms>> terms;
    private final PushSetup setup;
    private final ConcurrentHashMap<SubscriptionId, Held> lanes = new ConcurrentHashMap<>();

    private record Held(TopicName topic, PushLane lane) {}

    /** @param terms see {@link PushLane} */
    PushLanes(TopicIntakes intakes, Desks desks, Function<SubscriptionId, Optional<LaneTerms>> terms, PushSetup setup) {
        this.intakes = intakes;
        this.desks = desks;
        this.terms = terms;
        this.setup = setup;
    }

    /** The subscriptions that have a queue. */
    List<SubscriptionId> withQueues() {
        return intakes.internalQueues().stream()
                .map(QueueName::value)
                .filter(queue -> queue.startsWith(QUEUES))
                .map(queue -> new SubscriptionId(queue.substring(QUEUES.length())))
                .toList();
    }

    /** The subscription's queue, made if it is not there; blocks for the disk then. */
    DeliveryQueue queueOf(SubscriptionId subscription) {
        return intakes.internalQueue(nameOf(subscription));
    }

    private static QueueName nameOf(SubscriptionId subscription) {
        return new QueueName(QUEUES + subscription);
    }

    /** Delivers from now on what is in the subscription's queue, and what will be; a second call changes nothing. */
    void deliver(SubscriptionId subscription, TopicName topic, Duration patience) {
        lanes.computeIfAbsent(subscription, id -> new Held(topic, open(id, patience)))
                .lane()
                .start();
    }

    private PushLane open(SubscriptionId subscription, Duration patience) {
        return new PushLane(
                subscription.value(),
                desks.own(queueOf(subscription)),
                patience,
                () -> terms.apply(subscription),
                setup);
    }

    /** Those of a topic that have lanes. */
    List<SubscriptionId> of(TopicName topic) {
        return lanes.entrySet().stream()
                .filter(entry -> entry.getValue().topic().equals(topic))
                .map(entry -> entry.getKey())
                .toList();
    }

    /** How deliveries have gone; empty for a subscription that has had none since the start. */
    Optional<DeliveryReport> status(SubscriptionId subscription) {
        return Optional.ofNullable(lanes.get(subscription))
                .map(held -> held.lane().status());
    }

    /** The subscription is over: no more attempts begin, and its queue is removed with all that it holds. */
    void end(SubscriptionId subscription) {
        Held held = lanes.remove(subscription);
        if (held != null) {
            held.lane().stop();
        }
        intakes.deleteInternalQueue(nameOf(subscription));
    }

    void stop() {
        lanes.values().forEach(held -> held.lane().stop());
    }
}
