package io.packetboat.subscription;

import io.packetboat.topic.TopicDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * Who gives subscriptions what their topic keeps. Changes are on disk when they return; they are called in turn, and block
 * for the database and for what is being given just then.
 */
public interface SubscriptionReplays {

    /** From when on the topic keeps messages; empty if it does not. */
    Optional<Instant> beginningOf(TopicDefinition topic);

    /** Raises {@link SubscriptionRefused} or {@link ReplayLimitReached} for a replay that cannot be begun now. */
    void require(TopicDefinition topic, ReplayPolicy policy);

    /**
     * Has a subscription get messages again. Until it has them, what is published meanwhile is held back, and given to it
     * behind them. Takes the place of a replay that goes on.
     */
    void begin(Subscription subscription, ReplayPolicy policy);

    /** Gives nothing more again, only what was held back; does nothing where no replay goes on. */
    void stop(SubscriptionId subscription);

    /** Forgets a subscription that ended. */
    void forget(SubscriptionId subscription);

    Optional<DescribedReplay> find(SubscriptionId subscription);
}
