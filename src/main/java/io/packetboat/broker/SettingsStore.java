package io.packetboat.broker;

import io.packetboat.broker.retention.Retentions;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.SubscriptionSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.config.PersistedAddressSettingJSON;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of single queues, kept in Artemis' bindings journal as exact matches of address settings; those of durable
 * subscriptions, which share their topic's address, stand beside them under names of our own.
 */
final class SettingsStore implements ActiveMQServerQueuePlugin {
    private static final Logger LOG = System.getLogger(SettingsStore.class.getName());

    /** Before the name of a subscription's queue, whose settings are no match for any address. */
    private static final String SUBSCRIPTION = "$packetboat.subscription.";

    private final ActiveMQServer server;
    private final DeadLetterTargets deadLetterTargets;
    private final Retentions retentions;
    private final Observers observers;

    SettingsStore(
            ActiveMQServer server, DeadLetterTargets deadLetterTargets, Retentions retentions, Observers observers) {
        this.server = server;
        this.deadLetterTargets = deadLetterTargets;
        this.retentions = retentions;
        this.observers = observers;
    }

    /** Reads once what the journal brought back. */
    void load() throws Exception {
        for (var stored : server.getStorageManager().recoverAddressSettings()) {
            String queue = stored.getAddressMatch().toString();
            QueueSettings settings = read(stored.getSetting());
            if (queue.startsWith(SUBSCRIPTION)) {
                retentions.set(queue.substring(SUBSCRIPTION.length()), settings.retention());
                continue;
            }
            settings.deadLetterQueue().ifPresent(target -> deadLetterTargets.use(queue, target));
            if (settings.retention().isPresent()) {
                retentions.set(queue, settings.retention());
                server.getAddressSettingsRepository().addMatch(queue, inForce(settings), false, false);
            }
        }
    }

    /** What Artemis heeds: it would stamp the retention on messages that come, where no change reaches it. */
    private static AddressSettings inForce(QueueSettings settings) {
        return write(settings.withRetention(Optional.empty()));
    }

    boolean takesDeadLetters(String queue) {
        return deadLetterTargets.isUsed(queue);
    }

    /** What the queue does differently from the defaults. */
    QueueSettings of(String queue) {
        var stored = server.getStorageManager().recoverAddressSettings(SimpleString.of(queue));
        return stored == null ? QueueSettings.DEFAULTS : read(stored.getSetting());
    }

    /** What applies to the queue, defaults included. */
    QueueSettings effectiveOf(String queue) {
        AddressSettings effective = server.getAddressSettingsRepository().getMatch(queue);
        return new QueueSettings(
                Optional.of(effective.getMaxDeliveryAttempts()),
                Optional.ofNullable(effective.getDeadLetterAddress()).map(SimpleString::toString),
                Optional.of(Duration.ofMillis(effective.getRedeliveryDelay())),
                Optional.of(effective.getRedeliveryMultiplier()),
                duration(effective.getMaxRedeliveryDelay()),
                retentions.of(queue));
    }

    /** Keeps the settings; to be run within a {@link DurableStep}. */
    void put(String queue, QueueSettings settings) throws Exception {
        if (settings.equals(QueueSettings.DEFAULTS)) {
            remove(queue);
            return;
        }
        AddressSettings stored = write(settings);
        settings.deadLetterQueue()
                .ifPresentOrElse(target -> deadLetterTargets.use(queue, target), () -> deadLetterTargets.forget(queue));
        retentions.set(queue, settings.retention());
        apply(queue, inForce(settings));
        server.getStorageManager()
                .storeAddressSetting(new PersistedAddressSettingJSON(
                        SimpleString.of(queue), stored, SimpleString.of(stored.toJSON())));
    }

    /** What a subscription does differently from the defaults, by the name of its queue. */
    SubscriptionSettings ofSubscription(String queue) {
        return new SubscriptionSettings(retentions.of(queue));
    }

    /** Keeps the settings of a subscription's queue; to be run within a {@link DurableStep}. */
    void put(String queue, SubscriptionSettings settings) throws Exception {
        AddressSettings stored = write(QueueSettings.DEFAULTS.withRetention(settings.retention()));
        retentions.set(queue, settings.retention());
        server.getStorageManager()
                .storeAddressSetting(new PersistedAddressSettingJSON(
                        SimpleString.of(SUBSCRIPTION + queue), stored, SimpleString.of(stored.toJSON())));
        if (server.locateQueue(SimpleString.of(queue)) instanceof GuardedQueue existing) {
            existing.settingsChanged();
        }
    }

    /** A later subscription of the same name begins with the defaults, whoever ended this one. */
    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress) {
        String name = queue.getName().toString();
        if (queue.getRoutingType() == RoutingType.ANYCAST || retentions.of(name).isEmpty()) {
            return;
        }
        retentions.set(name, Optional.empty());
        try {
            server.getStorageManager().deleteAddressSetting(SimpleString.of(SUBSCRIPTION + name));
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The settings of a subscription that ended stay: queue=" + name, e);
        }
    }

    /** Artemis' own removal tells every queue; an empty match in memory means the same and costs nothing. */
    void remove(String queue) throws Exception {
        if (server.getStorageManager().recoverAddressSettings(SimpleString.of(queue)) == null) {
            return;
        }
        deadLetterTargets.forget(queue);
        retentions.set(queue, Optional.empty());
        apply(queue, new AddressSettings());
        server.getStorageManager().deleteAddressSetting(SimpleString.of(queue));
    }

    /** Tells the one queue that is concerned; Artemis would tell each queue of the broker of any change. */
    private void apply(String queue, AddressSettings artemis) {
        server.getAddressSettingsRepository().addMatch(queue, artemis, false, false);
        if (server.locateQueue(SimpleString.of(queue)) instanceof GuardedQueue existing) {
            existing.settingsChanged();
        }
        observers.tell(observer -> observer.queueSettingsChanged(queue));
    }

    private static AddressSettings write(QueueSettings settings) {
        AddressSettings artemis = new AddressSettings();
        settings.maxDeliveryAttempts().ifPresent(artemis::setMaxDeliveryAttempts);
        settings.deadLetterQueue().map(SimpleString::of).ifPresent(artemis::setDeadLetterAddress);
        settings.redeliveryDelay().map(Duration::toMillis).ifPresent(artemis::setRedeliveryDelay);
        settings.redeliveryMultiplier().ifPresent(artemis::setRedeliveryMultiplier);
        settings.maxRedeliveryDelay().map(Duration::toMillis).ifPresent(artemis::setMaxRedeliveryDelay);
        settings.retention().map(Duration::toMillis).ifPresent(artemis::setExpiryDelay);
        return artemis;
    }

    private static QueueSettings read(AddressSettings artemis) {
        AddressSettings absent = new AddressSettings();
        return new QueueSettings(
                changed(artemis.getMaxDeliveryAttempts(), absent.getMaxDeliveryAttempts()),
                Optional.ofNullable(artemis.getDeadLetterAddress()).map(SimpleString::toString),
                changed(artemis.getRedeliveryDelay(), absent.getRedeliveryDelay())
                        .map(Duration::ofMillis),
                changed(artemis.getRedeliveryMultiplier(), absent.getRedeliveryMultiplier()),
                changed(artemis.getMaxRedeliveryDelay(), absent.getMaxRedeliveryDelay())
                        .map(Duration::ofMillis),
                changed(artemis.getExpiryDelay(), absent.getExpiryDelay()).map(Duration::ofMillis));
    }

    /** Artemis' getters answer an absent value with its own default. */
    private static <T> Optional<T> changed(T value, T whenAbsent) {
        return value.equals(whenAbsent) ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Duration> duration(long millis) {
        return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }
}
