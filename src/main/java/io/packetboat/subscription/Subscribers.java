package io.packetboat.subscription;

import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who gets a message of a topic.
 *
 * <p>The first message of a topic has its policies read and compiled, each distinct one once, and its subscriptions where
 * they are no more than {@value #HELD}; from then on they follow every change. Of larger topics nothing is held for each
 * subscription: they come from the database by their policy, page by page. Reads the database, so never to be called on
 * the broker's threads; safe for any number of others. What all topics hold together is bounded: the others are forgotten
 * when it grows too large, and read again when they are needed.
 */
public final class Subscribers {
    /** Up to how many subscriptions of a topic are held in memory. */
    static final int HELD = 2_000;

    /** Policies and subscriptions of all topics together, about 2 KB each. */
    private static final long MOST_HELD = 400_000;

    private final ConcurrentHashMap<TopicName, TopicSubscribers> known = new ConcurrentHashMap<>();
    private final SubscriptionStore store;
    private final long mostHeld;

    public Subscribers(SubscriptionStore store) {
        this(store, MOST_HELD);
    }

    Subscribers(SubscriptionStore store, long mostHeld) {
        this.store = store;
        this.mostHeld = mostHeld;
    }

    /**
     * The confirmed subscriptions that want the message, each once, in no order. Those of a large topic are read while they
     * are iterated over; one that is confirmed or ended meanwhile may be among them or not.
     */
    public Iterable<Subscription> matching(TopicName topic, MessageAttributes attributes, String body) {
        TopicSubscribers subscribers = of(topic);
        boolean loaded = subscribers.isLoaded();
        Iterable<Subscription> matching = subscribers.matching(attributes, body);
        if (!loaded) {
            makeRoomFor(topic);
        }
        return matching;
    }

    /** How many confirmed subscriptions the topic has. */
    public long count(TopicName topic) {
        return of(topic).count();
    }

    /** How many of them have a filter policy. */
    long countWithPolicy(TopicName topic) {
        return of(topic).countWithPolicy();
    }

    /** Follows a change that is committed already; both are confirmed ones. */
    void changed(TopicName topic, Optional<Subscription> former, Optional<Subscription> now) {
        of(topic).changed(former, now);
    }

    /** Forgets what is held of a topic. */
    void forget(TopicName topic) {
        TopicSubscribers former = known.remove(topic);
        if (former != null) {
            former.forget();
        }
    }

    private TopicSubscribers of(TopicName topic) {
        return known.computeIfAbsent(topic, name -> new TopicSubscribers(name, store));
    }

    private void makeRoomFor(TopicName topic) {
        long held = known.values().stream().mapToLong(TopicSubscribers::held).sum();
        if (held > mostHeld) {
            known.forEach((name, subscribers) -> {
                if (!name.equals(topic)) {
                    subscribers.forget();
                }
            });
        }
    }
}
