package io.packetboat.figure;

import io.packetboat.kernel.InvalidValue;

/**
 * What is published.
 *
 * @param maxQueues how many queues have figures of their own, 0 for none
 */
public record FigureConfig(int maxQueues) {
    public FigureConfig {
        if (maxQueues < 0) {
            throw new InvalidValue("packetboat.metrics.max-queues", "must not be negative");
        }
    }
}
