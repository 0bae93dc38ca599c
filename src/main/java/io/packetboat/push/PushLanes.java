package io.packetboat.push;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.delivery.Desks;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The lanes of all subscriptions that are no queues, each with a durable queue of its own that nobody else can see.
 *
 * <p>Started once the broker runs, and then goes on with what was left before; stopped before the broker. Safe for any
 * number of threads.
 *
 * @param <K> what tells subscriptions apart; its text is part of the queue's name
 */
final class PushLanes<K> {
    /** What the names of the queues begin with. */
    static final String QUEUES = TopicIntakes.OWN_NAMES + "push.";

    private final TopicIntakes intakes;
    private final Desks desks;
    private final Function<String, K> keys;
    private final Function<K, Optional<PushTerms>> terms;
    private final PushSetup setup;
    private final ConcurrentHashMap<K, PushLane> lanes = new ConcurrentHashMap<>();

    /**
     * @param keys reads a key's text
     * @param terms see {@link PushLane}
     */
    PushLanes(
            TopicIntakes intakes,
            Desks desks,
            Function<String, K> keys,
            Function<K, Optional<PushTerms>> terms,
            PushSetup setup) {
        this.intakes = intakes;
        this.desks = desks;
        this.keys = keys;
        this.terms = terms;
        this.setup = setup;
    }

    /** Goes on with what is in the queues. */
    void start() {
        intakes.internalQueues().stream()
                .filter(queue -> queue.value().startsWith(QUEUES))
                .forEach(queue ->
                        deliver(keys.apply(queue.value().substring(QUEUES.length())), intakes.internalQueue(queue)));
    }

    void stop() {
        lanes.values().forEach(PushLane::stop);
    }

    /** Delivers from now on what is in the subscription's queue, and what will be; a second call changes nothing. */
    void deliver(K subscription, DeliveryQueue queue) {
        lanes.computeIfAbsent(subscription, key -> open(key, queue)).start();
    }

    /** How deliveries have gone; empty for a subscription that has had none since the start. */
    Optional<PushStatus> status(K subscription) {
        return Optional.ofNullable(lanes.get(subscription)).map(PushLane::status);
    }

    /** The subscription is over; begins no more attempts. */
    void end(K subscription) {
        PushLane lane = lanes.remove(subscription);
        if (lane != null) {
            lane.stop();
        }
    }

    private PushLane open(K subscription, DeliveryQueue queue) {
        return new PushLane(subscription.toString(), desks.own(queue), () -> terms.apply(subscription), setup);
    }
}
