package io.packetboat.archive;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.ReplayPolicy;
import io.packetboat.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a subscription is given again, and how far that is; immutable.
 *
 * @param token unlike that of any other replay
 * @param policy what it asked for; empty if nobody wants that any more
 * @param heldFrom the first message that it did not get as it was published
 * @param given the last one that this replay has given it
 * @param heldThrough the last message that it did not get as it was published; empty while it is being held back
 * @param failed whether the archive went away before all was given
 */
public record Replay(
        SubscriptionId subscription,
        TopicName topic,
        String token,
        Optional<ReplayPolicy> policy,
        ArchivePosition heldFrom,
        ArchivePosition given,
        Optional<ArchivePosition> heldThrough,
        boolean failed) {

    /** Whether the subscription waits for something that only the replay gives it. */
    boolean isRunning() {
        return heldThrough.isEmpty();
    }

    boolean holdsBack(ArchivePosition position) {
        return position.value() >= heldFrom.value()
                && (heldThrough.isEmpty()
                        || position.value() <= heldThrough.get().value());
    }

    /** Whether older messages are left to be given again, before those that were held back. */
    boolean repeats() {
        return policy.isPresent() && !failed && given.value() < heldFrom.value() - 1;
    }

    /** What is to be given next. */
    ArchiveRange rest() {
        if (!repeats()) {
            return ArchiveRange.between(beforeHeld(), new ArchivePosition(Long.MAX_VALUE));
        }
        Instant until = policy.orElseThrow().ending().orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
        return new ArchiveRange(
                given,
                new ArchivePosition(heldFrom.value() - 1),
                policy.orElseThrow().starting(),
                until);
    }

    private ArchivePosition beforeHeld() {
        return new ArchivePosition(Math.max(given.value(), heldFrom.value() - 1));
    }

    /** The first message that the subscription has not got, neither from this replay nor as it was published. */
    ArchivePosition firstMissing(ArchivePosition lastOfTopic) {
        return new ArchivePosition((isRunning() ? beforeHeld() : lastOfTopic).value() + 1);
    }

    Replay given(ArchivePosition last) {
        return new Replay(subscription, topic, token, policy, heldFrom, last, heldThrough, failed);
    }

    /** All older ones are given; those that were held back are next. */
    Replay repeated() {
        return given(beforeHeld());
    }

    Replay caughtUp(ArchivePosition last) {
        return new Replay(subscription, topic, token, policy, heldFrom, last, Optional.of(last), failed);
    }

    /** Nothing is given again any more. */
    Replay stopped() {
        return new Replay(subscription, topic, token, Optional.empty(), heldFrom, given, heldThrough, failed);
    }

    Replay failing() {
        return new Replay(subscription, topic, token, policy, heldFrom, given, heldThrough, true);
    }
}
