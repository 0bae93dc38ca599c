package io.packetboat.subscription;

import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.subscription.Subscription.Confirmation;
import io.packetboat.subscription.SubscriptionAttributeChange.Replay;
import io.packetboat.topic.TopicDefinition;
import io.packetboat.topic.TopicDirectory;
import io.packetboat.topic.TopicMemory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one way to change subscriptions, in the database, in memory and, through {@link SubscribedTopics}, in the broker.
 *
 * <p>The row in the database is the intent: it is committed before the topic's messages are kept, which happens before the
 * command returns, and again for every subscribed topic in {@link #recover}. A command that failed in between may have
 * subscribed; whoever asks again finds out, and is helped to the end. Changes are serialised with those of topics.
 */
public final class SubscriptionDirectory {
    private final TopicDirectory topics;
    private final TopicMemory memory;
    private final SubscriptionStore store;
    private final Subscribers subscribers;
    private final SubscribedTopics subscribed;
    private final PushEndpoints push;
    private final SubscriptionReplays replays;
    private final SubscriptionLimits limits;
    private final ConfirmationTokens tokens = new ConfirmationTokens();
    private final Clock clock;

    public SubscriptionDirectory(
            Topics topics,
            SubscriptionStore store,
            Subscribers subscribers,
            Delivery delivery,
            SubscriptionLimits limits,
            Clock clock) {
        this.topics = topics.directory();
        this.memory = topics.memory();
        this.store = store;
        this.subscribers = subscribers;
        this.subscribed = delivery.topics();
        this.push = delivery.push();
        this.replays = delivery.replays();
        this.limits = limits;
        this.clock = clock;
        this.topics.observe(subscribers::forget);
        this.topics.observe(push::ended);
    }

    /** The topics, to change and to read. */
    public record Topics(TopicDirectory directory, TopicMemory memory) {}

    /** Who delivers to subscriptions. */
    public record Delivery(SubscribedTopics topics, PushEndpoints push, SubscriptionReplays replays) {}

    SubscriptionReplays replays() {
        return replays;
    }

    /** Has the messages of all subscribed topics kept; to be run after the topics' own recovery, before clients come. */
    public void recover() {
        topics.exclusively(() -> {
            store.topics().forEach(subscribed::begin);
            return true;
        });
    }

    /**
     * Subscribes an endpoint, or finds the subscription that it has already with the same terms. An endpoint that has to
     * confirm is asked to, each time anew.
     */
    Subscription subscribe(
            TopicName name, Endpoint endpoint, UserName owner, List<SubscriptionAttributeChange> wanted) {
        return topics.whileDefined(name, () -> {
            if (!endpoint.confirmsItself()) {
                forgetExpiredOnes();
            }
            Subscription subscription = store.find(name, endpoint)
                    .map(existing -> requireSame(existing, wanted))
                    .orElseGet(() -> add(name, endpoint, owner, wanted));
            if (subscription.isConfirmed()) {
                subscribed.begin(name);
            } else {
                askToConfirm(subscription);
            }
            return subscription;
        });
    }

    private Subscription requireSame(Subscription existing, List<SubscriptionAttributeChange> wanted) {
        SubscriptionAttributes attributes = existing.attributes();
        if (!SubscriptionAttributeChange.applyAll(wanted, attributes, existing.endpoint(), limits.filter())
                .equals(attributes)) {
            throw different();
        }
        replayIn(wanted).ifPresent(replay -> requireSame(existing, replay));
        return existing;
    }

    private void requireSame(Subscription existing, Replay wanted) {
        Optional<ReplayPolicy> present = replays.find(existing.id()).map(DescribedReplay::policy);
        if (!present.equals(wanted.policy())) {
            throw different();
        }
    }

    private static SubscriptionRefused different() {
        return new SubscriptionRefused("Attributes", "Subscription already exists with different attributes");
    }

    private static Optional<Replay> replayIn(List<SubscriptionAttributeChange> changes) {
        return changes.stream()
                .filter(Replay.class::isInstance)
                .map(Replay.class::cast)
                .findFirst();
    }

    private Subscription add(
            TopicName name, Endpoint endpoint, UserName owner, List<SubscriptionAttributeChange> wanted) {
        SubscriptionAttributes attributes = SubscriptionAttributeChange.applyAll(
                wanted, SubscriptionAttributes.DEFAULTS, endpoint, limits.filter());
        TopicDefinition topic = memory.definitionOf(name);
        requireRoom(topic);
        Optional<ReplayPolicy> replay = replayIn(wanted).flatMap(Replay::policy);
        replay.ifPresent(policy -> replays.require(topic, policy));
        if (attributes.filter().isPresent()) {
            requireRoomForPolicy(name);
        }
        Subscription added = new Subscription(
                SubscriptionId.random(),
                name,
                endpoint,
                owner,
                endpoint.confirmsItself() ? Confirmation.LOCKED : Confirmation.PENDING,
                attributes,
                clock.instant());
        // First, so that nothing is delivered before what is to be given again.
        replay.ifPresent(policy -> replays.begin(added, policy));
        store.add(List.of(added));
        changed(name, Optional.empty(), Optional.of(added));
        return added;
    }

    /** Forgets subscriptions that nobody confirmed in time, and those that ended and nobody wanted back. */
    public void forgetExpired() {
        topics.exclusively(() -> {
            forgetExpiredOnes();
            return true;
        });
    }

    private void forgetExpiredOnes() {
        Instant now = clock.instant();
        store.forgetPending(now.minus(ConfirmationTokens.VALIDITY), now).forEach(push::ended);
    }

    private void requireRoom(TopicDefinition topic) {
        long limit = topic.isFifo() ? limits.perFifoTopic() : limits.perTopic();
        if (subscribers.count(topic.name()) >= limit) {
            throw new SubscriptionLimitReached(limit);
        }
    }

    private void requireRoomForPolicy(TopicName name) {
        if (subscribers.countWithPolicy(name) >= limits.policiesPerTopic()) {
            throw new FilterPolicyLimitReached(limits.policiesPerTopic());
        }
    }

    private void askToConfirm(Subscription pending) {
        String token = tokens.next();
        store.addToken(
                ConfirmationTokens.hash(token), pending.id(), clock.instant().plus(ConfirmationTokens.VALIDITY));
        push.askToConfirm(pending, token);
    }

    /** Confirms the subscription of the topic that the token is for; raises {@link SubscriptionRefused} for another token. */
    Subscription confirm(TopicName name, String token, Confirmation how) {
        return topics.exclusively(() -> {
            Subscription found = findByToken(name, ConfirmationTokens.hash(token));
            if (found.isConfirmed()) {
                subscribed.begin(name);
                return found;
            }
            Subscription confirmed = found.confirmed(how);
            store.put(confirmed);
            changed(name, Optional.empty(), Optional.of(confirmed));
            subscribed.begin(name);
            return confirmed;
        });
    }

    private Subscription findByToken(TopicName name, String hash) {
        Instant now = clock.instant();
        return store.findByToken(hash, now)
                .filter(subscription -> subscription.topic().equals(name))
                .or(() -> store.findEndedByToken(hash, now)
                        .filter(ended -> ended.topic().equals(name))
                        .map(this::renewed))
                .orElseThrow(() -> new SubscriptionRefused("Token"));
    }

    /** What an endpoint has again that wants back what it had: its present subscription, or a new one with the same terms. */
    private Subscription renewed(Subscription ended) {
        return store.find(ended.topic(), ended.endpoint()).orElseGet(() -> {
            requireRoom(memory.definitionOf(ended.topic()));
            if (ended.policyKey().isPresent()) {
                requireRoomForPolicy(ended.topic());
            }
            Subscription renewed = ended.renewed(SubscriptionId.random(), clock.instant());
            store.add(List.of(renewed));
            return renewed;
        });
    }

    /** Changes a subscription's terms; raises {@link NoSuchSubscription}. */
    void change(SubscriptionId id, List<SubscriptionAttributeChange> changes) {
        topics.exclusively(() -> {
            Subscription former = requireExisting(id);
            SubscriptionAttributes attributes = SubscriptionAttributeChange.applyAll(
                    changes, former.attributes(), former.endpoint(), limits.filter());
            if (attributes.filter().isPresent() && former.policyKey().isEmpty()) {
                requireRoomForPolicy(former.topic());
            }
            Subscription changed = former.with(attributes);
            if (!changed.equals(former)) {
                store.put(changed);
                changed(former.topic(), Optional.of(former), Optional.of(changed));
            }
            replayIn(changes).ifPresent(replay -> changeReplay(changed, replay));
            return changed;
        });
    }

    private void changeReplay(Subscription subscription, Replay wanted) {
        wanted.policy()
                .ifPresentOrElse(
                        policy -> {
                            replays.require(memory.definitionOf(subscription.topic()), policy);
                            replays.begin(subscription, policy);
                        },
                        () -> replays.stop(subscription.id()));
    }

    private Subscription requireExisting(SubscriptionId id) {
        return store.find(id).orElseThrow(() -> new NoSuchSubscription(id));
    }

    /** Ends a subscription; false if there is none. */
    boolean end(SubscriptionId id) {
        return topics.exclusively(() -> {
            Optional<Subscription> former = store.find(id);
            former.ifPresent(this::end);
            return former.isPresent();
        });
    }

    private void end(Subscription former) {
        boolean tell = former.isConfirmed() && !former.endpoint().confirmsItself();
        String token = tokens.next();
        if (tell) {
            store.end(
                    former.id(), ConfirmationTokens.hash(token), clock.instant().plus(ConfirmationTokens.VALIDITY));
        } else {
            store.delete(former.id());
        }
        replays.forget(former.id());
        changed(former.topic(), Optional.of(former), Optional.empty());
        if (former.isConfirmed() && store.count(former.topic()).confirmed() == 0) {
            subscribed.end(former.topic());
        }
        if (tell) {
            push.tellEnded(former, token);
        } else {
            push.ended(former);
        }
    }

    private void changed(TopicName topic, Optional<Subscription> former, Optional<Subscription> now) {
        UnaryOperator<Optional<Subscription>> confirmed = any -> any.filter(Subscription::isConfirmed);
        try {
            subscribers.changed(topic, confirmed.apply(former), confirmed.apply(now));
        } catch (PacketboatException e) {
            // What memory holds may be out of date; it is read anew when it is next needed.
            subscribers.forget(topic);
            throw e;
        }
    }
}
