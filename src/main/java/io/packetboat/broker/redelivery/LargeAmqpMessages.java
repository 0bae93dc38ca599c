package io.packetboat.broker.redelivery;

import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPLargeMessage;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessageBrokerAccessor;
import org.apache.activemq.artemis.protocol.amqp.proton.ProtonServerSenderContext;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.Header;

/**
 * Tells AMQP clients how often a large message was delivered before.
 *
 * <p>Artemis 2.55.0 writes the delivery count into the header of every message but those that have files of their own
 * ({@code AMQPLargeMessageWriter}): a rolled back message of 100 KiB and more came again as if nobody had seen it. The
 * count goes into the header that this writer sends. All subscriptions of a topic have that one in common: where several
 * deliver at once, one of them may see a count of another.
 */
final class LargeAmqpMessages {
    private LargeAmqpMessages() {}

    /** To be called before each delivery, when Artemis has counted it. */
    static void tellDeliveries(ServerConsumer consumer, MessageReference reference) {
        if (!(reference.getMessage() instanceof AMQPLargeMessage message) || consumer.isBrowseOnly()) {
            return;
        }
        Header header = AMQPMessageBrokerAccessor.getCurrentHeader(message);
        if (header == null) {
            return; // neither durable nor of a priority of its own
        }
        // Others get the message translated, and their count by another way.
        boolean told = consumer.getProtocolContext() instanceof ProtonServerSenderContext;
        int before = told ? reference.getDeliveryCount() - 1 : 0;
        header.setDeliveryCount(before > 0 ? UnsignedInteger.valueOf(before) : null);
    }
}
