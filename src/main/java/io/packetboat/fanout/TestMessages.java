package io.packetboat.fanout;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.broker.fanout.QueueCopy;
import io.packetboat.delivery.Admissions;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.subscription.NoSuchSubscription;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.topic.TopicGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Messages by which an operator finds out whether one subscription works.
 *
 * <p>They take the way of what is published, from the envelope on, whatever the filter policy says; nobody else gets them.
 * The subject and the attribute {@value #MARK} mark them as tests.
 */
@ApplicationScoped
public class TestMessages {
    /** The attribute that no other message has. */
    public static final String MARK = "packetboat.test";

    private final SubscriptionStore store;
    private final Distribution distribution;
    private final NotificationCounts counts;
    private final TopicGuard guard;
    private final Clock clock;

    @Inject
    public TestMessages(
            SubscriptionStore store,
            Distribution distribution,
            NotificationCounts counts,
            Rights rights,
            IdentityConfig config,
            Clock clock) {
        this.store = store;
        this.distribution = distribution;
        this.counts = counts;
        this.guard = new TopicGuard(rights, config);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected TestMessages() {
        this.store = null;
        this.distribution = null;
        this.counts = null;
        this.guard = null;
        this.clock = null;
    }

    /**
     * What became of a test message.
     *
     * @param problem why it cannot be delivered; empty when it is in its queue, or on its way to another endpoint
     */
    public record Outcome(MessageId message, Optional<String> problem) {}

    /**
     * Sends one to a subscription, and returns when it is on disk.
     *
     * @throws NoSuchSubscription if there is none
     * @throws SubscriptionPending if it is not confirmed
     * @throws io.packetboat.broker.BrokerUnavailable if it cannot be stored now
     */
    @Audited("sns:Publish")
    public Outcome send(Caller caller, @AuditSubject SubscriptionId id) {
        Optional<Subscription> found = store.find(id);
        guard.require(caller, "sns:Publish", found.map(Subscription::topic));
        Subscription subscription = found.orElseThrow(() -> new NoSuchSubscription(id));
        if (!subscription.isConfirmed()) {
            throw new SubscriptionPending(id);
        }
        Publication message = message(caller);
        Plan plan = distribution.plan(subscription, List.of(message));
        store(plan);
        return new Outcome(message.message().id(), plan.problem());
    }

    private Publication message(Caller caller) {
        ReadMessage content = new ReadMessage(
                new MessageId(Admissions.randomId().toString()),
                "Packetboat sent this message because " + caller.user() + " wants to know whether it arrives.",
                new MessageAttributes(Map.of(MARK, Text.string("true"))),
                Instant.ofEpochMilli(clock.millis()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Publication(content, Optional.of("Packetboat test message"), Map.of());
    }

    private void store(Plan plan) {
        try {
            CompletableFuture.allOf(plan.copies().stream()
                            .map(TestMessages::send)
                            .map(CompletionStage::toCompletableFuture)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            plan.abandoned(e);
            if (e.getCause() instanceof PacketboatException refused) {
                throw refused;
            }
            throw e;
        }
        plan.written(counts);
    }

    private static CompletionStage<Void> send(QueueCopy copy) {
        return copy.queue().send(List.of(copy.message()));
    }
}
