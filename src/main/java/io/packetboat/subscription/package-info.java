/**
 * The subscriptions of SNS: to which queues and other endpoints the messages of a topic go, and on which terms.
 *
 * <p>Durable subscriptions of JMS, AMQP and MQTT clients are none of these; they are the broker's own. Subscriptions are in
 * the database, since a topic may have millions; {@link io.packetboat.subscription.Subscribers} knows in memory which
 * policies a topic's subscriptions have, and the subscriptions themselves where they are few. Commands are on disk when they
 * return. Delivery is up to others, who implement {@link io.packetboat.subscription.SubscribedTopics} and {@link
 * io.packetboat.subscription.PushEndpoints}. Every method may be called from any thread that may block.
 */
@NullMarked
package io.packetboat.subscription;

import org.jspecify.annotations.NullMarked;
