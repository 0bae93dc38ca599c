package io.packetboat.figure;

import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.BrokerFigures;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.policy.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The node's figures for monitoring systems.
 *
 * <p>Costs nothing while nobody asks, and one walk over the broker's queues and connections for all that is asked within
 * a second. One private lock guards the snapshot, so that many readers share one walk.
 */
@ApplicationScoped
public class Figures {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Object lock = new Object();
    private final EmbeddedBroker broker;
    private final NotificationCounts notifications;
    private final FigureConfig config;
    private final Rights rights;
    private final IdentityConfig identity;
    private final Clock clock;
    private final OtherTotals otherTotals = new OtherTotals();
    private @Nullable Snapshot latest;
    private Instant taken = Instant.MIN;

    @Inject
    public Figures(
            EmbeddedBroker broker,
            NotificationCounts notifications,
            FigureConfig config,
            Rights rights,
            IdentityConfig identity,
            Clock clock) {
        this.broker = broker;
        this.notifications = notifications;
        this.config = config;
        this.rights = rights;
        this.identity = identity;
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Figures() {
        this(null, null, null, null, null, null);
    }

    /**
     * All figures, at most a second old, for a caller with the right {@code packetboat:GetMetrics}.
     *
     * @throws io.packetboat.identity.AccessDenied for callers without it
     */
    @ReadOnly
    public Snapshot current(Caller caller) {
        rights.require(
                caller,
                new Action("packetboat", "GetMetrics"),
                Arn.of("packetboat", identity.region(), identity.account(), "metrics"));
        return current();
    }

    /** All figures, at most a second old, for the door that is open to everybody unless an operator closes it. */
    @ReadOnly
    public Snapshot current() {
        synchronized (lock) {
            Snapshot known = latest;
            if (known != null && Duration.between(taken, clock.instant()).compareTo(FRESH) < 0) {
                return known;
            }
            return take();
        }
    }

    /** All figures as they are now. */
    @ReadOnly
    public Snapshot refreshed() {
        synchronized (lock) {
            return take();
        }
    }

    private Snapshot take() {
        BrokerFigures figures = broker.figures();
        QueueSelection queues = QueueSelection.of(figures.queues(), config.maxQueues());
        List<Family> families = new ArrayList<>(NodeFamilies.of(broker.state()));
        families.addAll(ProtocolFamilies.of(figures.protocols()));
        families.addAll(QueueFamilies.of(queues, otherTotals.sumWith(queues.others())));
        families.addAll(NotificationFamilies.of(notifications.totals()));
        Snapshot snapshot = new Snapshot(families);
        latest = snapshot;
        taken = clock.instant();
        return snapshot;
    }
}
