/**
 * The topics that users know and their durable subscriptions, as people and programs administer them, and as SNS defines
 * them.
 *
 * <p>A topic is a multicast address of the broker that is neither temporary nor internal. {@link io.packetboat.topic.Topics}
 * shows what the broker has; {@link io.packetboat.topic.TopicDefinitions} adds what SNS alone knows, which is in the
 * database. Commands are on disk when they return, and every method may be called from any thread. Whom SNS delivers to is
 * the business of {@code io.packetboat.subscription}.
 */
@NullMarked
package io.packetboat.topic;

import org.jspecify.annotations.NullMarked;
