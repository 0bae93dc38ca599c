package io.packetboat.subscription;

import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicGuard;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The subscriptions of SNS for operators, with how deliveries to them go.
 *
 * <p>Asks the database, and blocks for it. Raises {@link io.packetboat.identity.AccessDenied} for callers without the right.
 */
@ApplicationScoped
public class ReportedSubscriptions {
    private final SubscriptionStore store;
    private final TopicMemory topics;
    private final DeliveryReports reports;
    private final TopicGuard guard;
    private final SubscriptionArns arns;

    @Inject
    public ReportedSubscriptions(
            SubscriptionStore store,
            TopicMemory topics,
            DeliveryReports reports,
            Rights rights,
            IdentityConfig config) {
        this.store = store;
        this.topics = topics;
        this.reports = reports;
        this.guard = new TopicGuard(rights, config);
        this.arns = new SubscriptionArns(config.region(), config.account());
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected ReportedSubscriptions() {
        this.store = null;
        this.topics = null;
        this.reports = null;
        this.guard = null;
        this.arns = null;
    }

    /**
     * Those of a topic. A page ends early, with a next one, when a great many have been looked at. Raises {@link
     * io.packetboat.topic.TopicNotFound}.
     */
    @ReadOnly
    public Page<ReportedSubscription> list(
            Caller caller, TopicName topic, SubscriptionSearch search, PageRequest page) {
        guard.require(caller, "sns:ListSubscriptionsByTopic", topic);
        topics.definitionOf(topic);
        return store.list(topic, search, page).map(this::reported);
    }

    /** Raises {@link NoSuchSubscription}. */
    @ReadOnly
    public ReportedSubscription require(Caller caller, SubscriptionId id) {
        Optional<Subscription> subscription = store.find(id);
        guard.require(caller, "sns:GetSubscriptionAttributes", subscription.map(Subscription::topic));
        return reported(subscription.orElseThrow(() -> new NoSuchSubscription(id)));
    }

    private ReportedSubscription reported(Subscription subscription) {
        return new ReportedSubscription(arns.of(subscription), subscription, reports.of(subscription));
    }
}
