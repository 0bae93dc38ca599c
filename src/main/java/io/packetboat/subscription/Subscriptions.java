package io.packetboat.subscription;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.queue.QueueMemory;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.subscription.Subscription.Confirmation;
import io.packetboat.topic.TopicArns;
import io.packetboat.topic.TopicDefinition;
import io.packetboat.topic.TopicGuard;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The subscriptions of SNS.
 *
 * <p>A command is on disk when it returns, and blocks until then; reads ask the database, and block too. Raises {@link
 * io.packetboat.identity.AccessDenied} for callers without the right, {@link io.packetboat.topic.TopicNotFound}, and
 * {@link io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class Subscriptions {
    private final SubscriptionDirectory directory;
    private final SubscriptionStore store;
    private final TopicMemory topics;
    private final TopicGuard guard;
    private final EndpointRules rules;
    private final SubscriptionArns arns;

    @Inject
    public Subscriptions(
            SubscriptionDirectory directory,
            SubscriptionStore store,
            TopicMemory topics,
            QueueMemory queues,
            PushEndpoints push,
            Rights rights,
            IdentityConfig config) {
        this.directory = directory;
        this.store = store;
        this.topics = topics;
        this.guard = new TopicGuard(rights, config);
        this.rules = new EndpointRules(queues, push, rights, config);
        this.arns = new SubscriptionArns(new TopicArns(config.region(), config.account()));
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Subscriptions() {
        this.directory = null;
        this.store = null;
        this.topics = null;
        this.guard = null;
        this.rules = null;
        this.arns = null;
    }

    /**
     * Subscribes an endpoint to a topic of any protocol, or finds the subscription that it has. A queue is subscribed at
     * once; other endpoints may have to confirm first, and are asked to.
     *
     * @throws EndpointRefused for what cannot be delivered to
     * @throws SubscriptionRefused for terms that this endpoint cannot have, or that differ from those it has
     * @throws io.packetboat.filter.InvalidFilterPolicy for a filter policy that cannot be evaluated
     * @throws SubscriptionLimitReached if the topic has too many of them
     * @throws FilterPolicyLimitReached if too many of them have a filter policy
     * @throws ReplayLimitReached if too many replays go on already
     */
    @Audited("sns:Subscribe")
    public Subscription subscribe(
            Caller caller,
            @AuditSubject TopicName topic,
            @AuditSubject Endpoint endpoint,
            List<SubscriptionAttributeChange> terms) {
        guard.require(caller, "sns:Subscribe", topic);
        TopicDefinition definition = topics.definitionOf(topic);
        rules.requireDeliverable(caller, definition, endpoint);
        requireDeadLetterQueue(caller, definition, terms);
        return directory.subscribe(topic, endpoint, caller.user(), terms);
    }

    private void requireDeadLetterQueue(Caller caller, TopicDefinition topic, List<SubscriptionAttributeChange> terms) {
        for (SubscriptionAttributeChange term : terms) {
            if (term instanceof SubscriptionAttributeChange.DeadLetters letters) {
                letters.queue().ifPresent(queue -> rules.requireDeadLetterQueue(caller, topic, queue));
            }
        }
    }

    /**
     * Confirms a subscription in the name of a user.
     *
     * @param locked whether only users may end it from now on
     * @throws SubscriptionRefused for a token that is none, or that expired
     */
    @Audited("sns:ConfirmSubscription")
    public Subscription confirm(Caller caller, @AuditSubject TopicName topic, String token, boolean locked) {
        guard.require(caller, "sns:ConfirmSubscription", topic);
        topics.definitionOf(topic);
        return directory.confirm(topic, token, locked ? Confirmation.LOCKED : Confirmation.BY_USER);
    }

    /** The same for whoever has the token, which is all that proves the right to it; tells strangers nothing of topics. */
    @Audited("sns:ConfirmSubscription")
    public Subscription confirmByLink(Caller stranger, @AuditSubject TopicName topic, String token) {
        return directory.confirm(topic, token, Confirmation.BY_LINK);
    }

    /** Ends a subscription; does nothing if there is none. Whoever subscribed may end it, and whoever has the right. */
    @Audited("sns:Unsubscribe")
    public void end(Caller caller, @AuditSubject SubscriptionId id) {
        Optional<Subscription> subscription = store.find(id);
        boolean own = subscription
                .filter(found -> found.owner().equals(caller.user()))
                .isPresent();
        if (!own) {
            guard.require(caller, "sns:Unsubscribe", subscription.map(Subscription::topic));
        }
        directory.end(id);
    }

    /**
     * Ends a subscription for whoever has the link in its messages.
     *
     * @throws io.packetboat.identity.AccessDenied if only users may end it, or there is none
     */
    @Audited("sns:Unsubscribe")
    public void endByLink(Caller stranger, @AuditSubject SubscriptionId id) {
        Optional<Subscription> subscription = store.find(id).filter(Subscription::endsByLink);
        if (subscription.isEmpty()) {
            guard.refuse(stranger, "sns:Unsubscribe");
        }
        directory.end(id);
    }

    /** Changes the terms of a subscription; those that are not named stay. Raises {@link NoSuchSubscription} too. */
    @Audited("sns:SetSubscriptionAttributes")
    public void change(Caller caller, @AuditSubject SubscriptionId id, List<SubscriptionAttributeChange> changes) {
        Subscription subscription = existing(caller, "sns:SetSubscriptionAttributes", id);
        requireDeadLetterQueue(caller, topics.definitionOf(subscription.topic()), changes);
        directory.change(id, changes);
    }

    /** Raises {@link NoSuchSubscription}. */
    @ReadOnly
    public DescribedSubscription describe(Caller caller, SubscriptionId id) {
        Subscription subscription = existing(caller, "sns:GetSubscriptionAttributes", id);
        Optional<DeliveryPolicy> ofTopic = topics.find(subscription.topic())
                .flatMap(topic -> topic.attributes().deliveryPolicy());
        return new DescribedSubscription(
                arns.of(subscription),
                subscription,
                Optional.of(subscription.endpoint())
                        .filter(Endpoint.HttpEndpoint.class::isInstance)
                        .map(http -> DeliveryPolicy.effective(
                                ofTopic, subscription.attributes().deliveryPolicy())),
                directory.replays().find(id));
    }

    private Subscription existing(Caller caller, String action, SubscriptionId id) {
        Optional<Subscription> subscription = store.find(id);
        guard.require(caller, action, subscription.map(Subscription::topic));
        return subscription.orElseThrow(() -> new NoSuchSubscription(id));
    }

    /** All of them. */
    @ReadOnly
    public Page<Subscription> list(Caller caller, PageRequest page) {
        guard.requireAll(caller, "sns:ListSubscriptions");
        return store.list(page);
    }

    /** Those of one topic. */
    @ReadOnly
    public Page<Subscription> list(Caller caller, TopicName topic, PageRequest page) {
        guard.require(caller, "sns:ListSubscriptionsByTopic", topic);
        topics.definitionOf(topic);
        return store.list(topic, page);
    }

    /** A topic with the numbers of its subscriptions. */
    @ReadOnly
    public DescribedTopic describeTopic(Caller caller, TopicName topic) {
        guard.require(caller, "sns:GetTopicAttributes", topic);
        TopicDefinition definition = topics.definitionOf(topic);
        return new DescribedTopic(
                arns.topics().of(topic),
                definition,
                store.count(topic),
                directory.replays().beginningOf(definition));
    }
}
