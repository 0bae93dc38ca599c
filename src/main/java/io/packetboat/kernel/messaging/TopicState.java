package io.packetboat.kernel.messaging;

/**
 * A topic as it is now.
 *
 * @param subscriptions durable subscriptions
 * @param published messages that reached a subscriber since the broker started
 * @param unheard messages that nobody had subscribed to
 */
public record TopicState(String name, int subscriptions, long published, long unheard) {}
