package io.packetboat.node;

import io.packetboat.kernel.messaging.BrokerState;

/**
 * This node as it is now.
 *
 * @param version Packetboat's own, as it was built
 * @param broker the broker in it
 */
public record NodeState(String version, BrokerState broker) {}
