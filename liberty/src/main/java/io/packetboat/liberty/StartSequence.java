package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.messaging.MessagingConfig.Port;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What starts in which order; stops in the opposite one. */
@Dependent
class StartSequence {
    private final Configuration configuration;
    private final EmbeddedBroker broker;
    private final ReadyAnnouncement announcement;

    @Inject
    StartSequence(Configuration configuration, EmbeddedBroker broker, ReadyAnnouncement announcement) {
        this.configuration = configuration;
        this.broker = broker;
        this.announcement = announcement;
    }

    void start() {
        broker.start();
        announcement.start(banner());
    }

    void stop() {
        announcement.stop();
        broker.stop();
    }

    private Banner banner() {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            broker.port(port.name().toLowerCase(Locale.ROOT)).ifPresent(open -> ports.put(port, open));
        }
        return new Banner(
                configuration.value(NodeSettings.DATA_DIRECTORY),
                configuration.value(HttpSettings.PORT),
                configuration.value(HttpSettings.TLS_PORT),
                ports,
                Optional.empty());
    }
}
