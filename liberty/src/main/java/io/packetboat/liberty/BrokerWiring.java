package io.packetboat.liberty;

import io.packetboat.broker.BrokerAccess;
import io.packetboat.broker.BrokerObserver;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.figure.QueueChanges;
import io.packetboat.health.BrokerFailure;
import io.packetboat.messaging.Listeners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The broker with its doors, on the identity that answers for it. */
@ApplicationScoped
class BrokerWiring {

    @Produces
    @Singleton
    EmbeddedBroker broker(
            Configuration configuration,
            BrokerAccess access,
            ProcessEnd processEnd,
            BrokerFailure failure,
            QueueChanges changes,
            Clock clock) {
        return new EmbeddedBroker(
                BrokerSettings.config(configuration, Runtime.getRuntime().maxMemory()),
                Listeners.of(MessagingSettings.config(configuration)),
                access,
                List.of(failure, endOnFailure(processEnd), changes),
                clock);
    }

    /** A journal that cannot be written must not be written on: the process ends, its journal recovers at the next start. */
    private static BrokerObserver endOnFailure(ProcessEnd processEnd) {
        return new BrokerObserver() {
            @Override
            public void failed(String reason, Throwable cause) {
                processEnd.because("the broker failed: " + reason + ": " + cause);
            }
        };
    }
}
