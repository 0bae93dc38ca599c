package io.packetboat.broker;

import io.packetboat.kernel.messaging.QueueSettings;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.config.PersistedAddressSettingJSON;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** The settings of single queues, kept in Artemis' bindings journal as exact matches of address settings. */
final class SettingsStore {
    private final ActiveMQServer server;
    private final DeadLetterTargets deadLetterTargets;
    private final Observers observers;

    SettingsStore(ActiveMQServer server, DeadLetterTargets deadLetterTargets, Observers observers) {
        this.server = server;
        this.deadLetterTargets = deadLetterTargets;
        this.observers = observers;
    }

    /** Reads once what the journal brought back. */
    void load() throws Exception {
        for (var stored : server.getStorageManager().recoverAddressSettings()) {
            String queue = stored.getAddressMatch().toString();
            read(stored.getSetting()).deadLetterQueue().ifPresent(target -> deadLetterTargets.use(queue, target));
        }
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
                duration(effective.getExpiryDelay()));
    }

    /** Keeps the settings; to be run within a {@link DurableStep}. */
    void put(String queue, QueueSettings settings) throws Exception {
        if (settings.equals(QueueSettings.DEFAULTS)) {
            remove(queue);
            return;
        }
        AddressSettings artemis = write(settings);
        settings.deadLetterQueue()
                .ifPresentOrElse(target -> deadLetterTargets.use(queue, target), () -> deadLetterTargets.forget(queue));
        apply(queue, artemis);
        server.getStorageManager()
                .storeAddressSetting(new PersistedAddressSettingJSON(
                        SimpleString.of(queue), artemis, SimpleString.of(artemis.toJSON())));
    }

    /** Artemis' own removal tells every queue; an empty match in memory means the same and costs nothing. */
    void remove(String queue) throws Exception {
        if (server.getStorageManager().recoverAddressSettings(SimpleString.of(queue)) == null) {
            return;
        }
        deadLetterTargets.forget(queue);
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
