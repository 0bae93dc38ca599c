package io.packetboat.push;

import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.topic.TopicGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How deliveries to subscriptions have gone since the start of the node. Reads the database for the caller's right, and blocks. */
@ApplicationScoped
public class PushStates {
    private final PushCourier courier;
    private final SubscriptionStore store;
    private final TopicGuard guard;

    @Inject
    public PushStates(PushCourier courier, SubscriptionStore store, Rights rights, IdentityConfig config) {
        this.courier = courier;
        this.store = store;
        this.guard = new TopicGuard(rights, config);
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected PushStates() {
        this.courier = null;
        this.store = null;
        this.guard = null;
    }

    /**
     * The state of a subscription; empty if there is none, or nothing has been delivered to it since the start. Raises {@link
     * io.packetboat.identity.AccessDenied} for callers who may not see the subscription.
     */
    @ReadOnly
    public Optional<PushStatus> find(Caller caller, SubscriptionId id) {
        Optional<Subscription> subscription = store.find(id);
        guard.require(caller, "sns:GetSubscriptionAttributes", subscription.map(Subscription::topic));
        return subscription.flatMap(found -> courier.status(id));
    }
}
