package io.packetboat.liberty;

import io.packetboat.aws.endpoint.AwsEndpoint;
import io.packetboat.messaging.MessagingConfig.Port;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What accepts connections from clients: the broker with its ports, and the AWS endpoint that stands on it. */
@Dependent
class Doors {
    private final BrokerStart broker;
    private final AwsEndpoint awsEndpoint;

    @Inject
    Doors(BrokerStart broker, AwsEndpoint awsEndpoint) {
        this.broker = broker;
        this.awsEndpoint = awsEndpoint;
    }

    void startBroker() {
        broker.start();
    }

    /** Once the broker runs: what comes in by it needs everything else. */
    void openAwsEndpoint() {
        awsEndpoint.start();
    }

    void stop() {
        awsEndpoint.stop();
        broker.stop();
    }

    /** The open ports of the open protocols. */
    Map<Port, Integer> messagingPorts() {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            broker.port(port.name().toLowerCase(Locale.ROOT)).ifPresent(open -> ports.put(port, open));
        }
        return ports;
    }

    int awsPort() {
        return awsEndpoint.port().orElse(0);
    }
}
