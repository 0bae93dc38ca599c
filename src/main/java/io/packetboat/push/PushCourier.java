package io.packetboat.push;

import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.fanout.QueueCopy;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.Courier;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.subscription.DeliveryReport;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.EndpointRefused;
import io.packetboat.subscription.PushEndpoints;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Delivers to all endpoints that are no queues: keeps what is for them in queues of their own, and has it carried by the
 * {@link Pusher} of their protocol.
 *
 * <p>Started once the broker runs, and goes on then with what was left before; stopped before the broker. Safe for any
 * number of threads.
 */
public final class PushCourier implements Courier, PushEndpoints {
    private static final Logger LOG = System.getLogger(PushCourier.class.getName());

    /** How long the queue of a subscription that is over stays, for messages that are on their way into it. */
    private static final long GRACE_SECONDS = 10;

    private static final long PAUSE_SECONDS = 5;

    private final Pushers pushers;
    private final Confirmations confirmations;
    private final SubscriptionStore store;
    private final PushThreads threads = new PushThreads();
    private final PushLanes lanes;
    private final Clock clock;

    public PushCourier(
            EmbeddedBroker broker,
            Desks desks,
            SubscriptionStore store,
            Pushers pushers,
            Confirmations confirmations,
            NotificationCounts counts,
            Clock clock) {
        this.pushers = pushers;
        this.confirmations = confirmations;
        this.store = store;
        this.clock = clock;
        this.lanes = new PushLanes(
                broker.intakes(),
                desks,
                new PushRoutes(store, pushers, clock)::find,
                new PushSetup(
                        threads.workers(),
                        threads.timer(),
                        new DeadLetters(broker.deliveries(), clock),
                        counts,
                        clock));
    }

    /** Called once, when the broker runs. */
    public void start() {
        threads.workers().execute(() -> resume(lanes.withQueues()));
    }

    /** Called once, before the broker stops; returns when nothing is being delivered any more, or after some seconds. */
    public void stop() {
        lanes.stop();
        pushers.stop();
        threads.stop();
    }

    private void resume(List<SubscriptionId> subscriptions) {
        for (int i = 0; i < subscriptions.size(); i++) {
            try {
                resume(subscriptions.get(i));
            } catch (PacketboatException e) {
                LOG.log(Level.WARNING, "Deliveries wait for the database", e);
                List<SubscriptionId> left = List.copyOf(subscriptions.subList(i, subscriptions.size()));
                later(PAUSE_SECONDS, () -> resume(left));
                return;
            }
        }
    }

    private void resume(SubscriptionId id) {
        Optional<Subscription> ended = store.findEnded(id, clock.instant());
        store.find(id).or(() -> ended).ifPresentOrElse(this::deliver, () -> lanes.end(id));
        ended.ifPresent(this::endWhenTold);
    }

    private void deliver(Subscription subscription) {
        pushers.find(subscription.endpoint())
                .ifPresent(pusher -> lanes.deliver(subscription.id(), subscription.topic(), pusher.patience()));
    }

    @Override
    public Optional<QueueCopy> copy(Subscription subscription, MessageId message, String body) {
        if (pushers.find(subscription.endpoint()).isEmpty()) {
            return Optional.empty();
        }
        PushEntry entry = new PushEntry(
                PushEntry.Kind.NOTIFICATION,
                message.value(),
                subscription.attributes().raw(),
                body);
        return Optional.of(new QueueCopy(lanes.queueOf(subscription.id()), entry.message(clock.instant())));
    }

    @Override
    public void wake(Subscription subscription) {
        deliver(subscription);
    }

    @Override
    public void require(Endpoint endpoint) {
        pushers.find(endpoint)
                .orElseThrow(
                        () -> new EndpointRefused("Protocol", "this node delivers nothing by " + endpoint.protocol()))
                .require(endpoint);
    }

    @Override
    public void askToConfirm(Subscription pending, String token) {
        put(pending, confirmations.ofBeginning(pending, token));
    }

    /** On disk when it returns. */
    private void put(Subscription subscription, PushEntry entry) {
        try {
            lanes.queueOf(subscription.id())
                    .send(List.of(entry.message(clock.instant())))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PacketboatException failure
                    ? failure
                    : new BrokerUnavailable("The endpoint could not be asked.", e);
        }
        deliver(subscription);
    }

    @Override
    public void ended(Subscription former) {
        later(GRACE_SECONDS, () -> lanes.end(former.id()));
    }

    @Override
    public void tellEnded(Subscription former, String token) {
        try {
            put(former, confirmations.ofEnd(former, token));
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "An endpoint cannot be told of its end, subscription=" + former.id(), e);
        }
        endWhenTold(former);
    }

    /** Its queue goes once nothing is in it any more, or when the subscription is forgotten. */
    private void endWhenTold(Subscription former) {
        later(GRACE_SECONDS, () -> {
            boolean told = lanes.status(former.id())
                    .filter(status -> status.backlog() > 0)
                    .isEmpty();
            if (told || store.findEnded(former.id(), clock.instant()).isEmpty()) {
                lanes.end(former.id());
            } else {
                endWhenTold(former);
            }
        });
    }

    @Override
    public void ended(TopicName topic) {
        lanes.of(topic).forEach(id -> later(GRACE_SECONDS, () -> lanes.end(id)));
    }

    private void later(long seconds, Runnable work) {
        try {
            var unused = threads.timer()
                    .schedule(() -> threads.workers().execute(() -> attempt(work)), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "stopped; the next start will do it");
        }
    }

    /** The rim of the worker: the next start does what did not work. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "The queue of a subscription that is over stays for now", e);
        }
    }

    /** How deliveries to a subscription have gone; empty if there were none since the start. */
    public Optional<DeliveryReport> status(SubscriptionId subscription) {
        return lanes.status(subscription);
    }
}
