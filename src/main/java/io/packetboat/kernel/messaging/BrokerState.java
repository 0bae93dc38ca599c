package io.packetboat.kernel.messaging;

import java.time.Duration;

/**
 * The broker as a whole.
 *
 * @param version Artemis' version
 * @param uptime since the broker's start
 * @param active whether it serves clients
 * @param messageBytes what messages take in memory
 * @param maxMessageBytes where all queues start to page
 * @param traffic over all protocols since the start
 * @param rates over the last seconds
 */
public record BrokerState(
        String version,
        Duration uptime,
        boolean active,
        int connections,
        int queues,
        int topics,
        long messageBytes,
        long maxMessageBytes,
        DiskState disk,
        ProtocolTraffic traffic,
        Rates rates) {

    /** Messages a second. */
    public record Rates(double received, double delivered, double acknowledged) {}
}
