package io.packetboat.push;

import io.packetboat.push.PushOutcome.Rejected;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** How the messages of subscriptions are delivered, as the database has it now. Blocks for the database. */
record PushRoutes(SubscriptionStore store, Pushers pushers, Clock clock) {
    private static final Set<PushEntry.Kind> ALL = EnumSet.allOf(PushEntry.Kind.class);
    private static final Set<PushEntry.Kind> LAST = EnumSet.of(PushEntry.Kind.UNSUBSCRIBE_CONFIRMATION);
    private static final RetrySchedule NONE =
            new RetrySchedule(0, 0, 0, 0, Duration.ofSeconds(1), Duration.ofSeconds(1), BackoffCurve.LINEAR);

    /** Empty for a subscription that is over and forgotten. */
    Optional<LaneTerms> find(SubscriptionId id) {
        return store.find(id)
                .map(subscription -> of(subscription, ALL))
                .or(() -> store.findEnded(id, clock.instant()).map(ended -> of(ended, LAST)));
    }

    private LaneTerms of(Subscription subscription, Set<PushEntry.Kind> wanted) {
        return pushers.find(subscription.endpoint())
                .map(pusher -> of(subscription, pusher, wanted))
                .orElseGet(() -> undeliverable(subscription));
    }

    private static LaneTerms of(Subscription subscription, Pusher pusher, Set<PushEntry.Kind> wanted) {
        return new LaneTerms(
                subscription.topic(),
                pusher.terms(subscription),
                subscription.attributes().deadLetterQueue(),
                wanted,
                entry -> pusher.send(subscription, entry));
    }

    private static LaneTerms undeliverable(Subscription subscription) {
        return new LaneTerms(
                subscription.topic(),
                new PushTerms(NONE, Optional.empty()),
                subscription.attributes().deadLetterQueue(),
                ALL,
                entry -> CompletableFuture.completedFuture(new Rejected("nothing delivers by its protocol")));
    }
}
