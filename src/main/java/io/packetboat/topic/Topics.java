package io.packetboat.topic;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.BrokerMessages;
import io.packetboat.broker.BrokerQueues;
import io.packetboat.broker.BrokerTopics;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.kernel.messaging.SubscriptionSettings;
import io.packetboat.kernel.messaging.TopicState;
import io.packetboat.policy.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The topics, whichever protocol made them, and their durable subscriptions.
 *
 * <p>A command is on disk when it returns. Raises {@link io.packetboat.identity.AccessDenied} for callers without the
 * right, and {@link io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class Topics {
    private final BrokerTopics topics;
    private final BrokerMessages messages;
    private final TopicDirectory directory;
    private final Rights rights;
    private final IdentityConfig config;

    @Inject
    public Topics(EmbeddedBroker broker, TopicDirectory directory, Rights rights, IdentityConfig config) {
        this.topics = broker.topics();
        this.messages = broker.messages();
        this.directory = directory;
        this.rights = rights;
        this.config = config;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Topics() {
        this.topics = null;
        this.messages = null;
        this.directory = null;
        this.rights = null;
        this.config = null;
    }

    /** Makes a topic; raises {@link TopicNameTaken}, and {@link InvalidValue} for a name with a wildcard. */
    @Audited("sns:CreateTopic")
    public TopicState create(Caller caller, @AuditSubject TopicName name) {
        require(caller, "sns:CreateTopic", name.value());
        requireUsable(name);
        if (!topics.create(name)) {
            throw new TopicNameTaken(name);
        }
        return existing(name);
    }

    /** Raises {@link TopicNotFound}. */
    @ReadOnly
    public TopicState require(Caller caller, TopicName name) {
        require(caller, "sns:GetTopicAttributes", name.value());
        return existing(name);
    }

    /**
     * Topics by name.
     *
     * @param namePart only those whose name contains this, whatever its case; empty for all
     */
    @ReadOnly
    public Page<TopicState> list(Caller caller, String namePart, PageRequest page) {
        require(caller, "sns:ListTopics", "*");
        return topics.list(namePart, page);
    }

    /** Deletes the topic, its subscriptions and their messages; raises {@link TopicNotFound} and {@link TopicArchived}. */
    @Audited("sns:DeleteTopic")
    public void delete(Caller caller, @AuditSubject TopicName name) {
        require(caller, "sns:DeleteTopic", name.value());
        if (!directory.delete(name)) {
            throw new TopicNotFound(name);
        }
    }

    /** The durable subscriptions of a topic by the name of their queue; raises {@link TopicNotFound}. */
    @ReadOnly
    public Page<QueueState> listSubscriptions(Caller caller, TopicName name, PageRequest page) {
        require(caller, "sns:ListSubscriptionsByTopic", name.value());
        existing(name);
        return topics.listSubscriptions(name, page);
    }

    /** What a durable subscription does differently from the defaults; raises {@link SubscriptionNotFound}. */
    @ReadOnly
    public SubscriptionSettings settingsOf(Caller caller, TopicName name, String subscription) {
        require(caller, "sns:GetSubscriptionAttributes", name.value());
        return topics.settingsOf(name, subscription).orElseThrow(() -> new SubscriptionNotFound(subscription));
    }

    /** Replaces the settings of a durable subscription; raises {@link SubscriptionNotFound}. */
    @Audited("sns:SetSubscriptionAttributes")
    public void changeSubscription(
            Caller caller,
            @AuditSubject TopicName name,
            @AuditSubject String subscription,
            SubscriptionSettings settings) {
        require(caller, "sns:SetSubscriptionAttributes", name.value());
        if (!topics.change(name, subscription, settings)) {
            throw new SubscriptionNotFound(subscription);
        }
    }

    /** Ends a durable subscription and drops its messages; raises {@link SubscriptionNotFound}. */
    @Audited("sns:Unsubscribe")
    public void deleteSubscription(Caller caller, @AuditSubject TopicName name, @AuditSubject String subscription) {
        require(caller, "sns:Unsubscribe", name.value());
        if (!topics.deleteSubscription(name, subscription)) {
            throw new SubscriptionNotFound(subscription);
        }
    }

    /** Publishes to all who are subscribed now and returns the message's id; raises {@link TopicNotFound}. */
    @Audited("sns:Publish")
    public long publish(Caller caller, @AuditSubject TopicName name, NewMessage message) {
        require(caller, "sns:Publish", name.value());
        existing(name);
        return messages.publish(name, message);
    }

    private TopicState existing(TopicName name) {
        return topics.find(name).orElseThrow(() -> new TopicNotFound(name));
    }

    private void require(Caller caller, String action, String name) {
        rights.require(caller, Action.parse(action), Arn.of("sns", config.region(), config.account(), name));
    }

    private static void requireUsable(TopicName name) {
        if (name.value().contains("*") || name.value().contains("#")) {
            throw new InvalidValue("topicName", "must not hold the wildcards * and #");
        }
        if (BrokerQueues.isReserved(name.value())) {
            throw new InvalidValue("topicName", "is reserved for the broker itself");
        }
    }
}
