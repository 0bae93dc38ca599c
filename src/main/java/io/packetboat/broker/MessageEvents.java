package io.packetboat.broker;

import io.packetboat.broker.delivery.ArtemisQueues;
import io.packetboat.broker.mqtt.PublishesToTopics;
import io.packetboat.broker.mqtt.ReceivedPublishes;
import io.packetboat.broker.mqtt.SharedQuota;
import io.packetboat.broker.redelivery.RedeliveryMarks;
import io.packetboat.broker.stomp.SentHeaders;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Hands what happens to a message to those of us who want to know, in one place and one order.
 *
 * <p>Artemis calls every message plugin for each of about ten events in a message's life, through a call that the JVM
 * cannot inline. Six plugins with a method or two each took a twentieth of the broker's CPU; this is the only one.
 */
final class MessageEvents implements ActiveMQServerMessagePlugin {
    private final PublishesToTopics publishes;
    private final SharedQuota mqttQuota;
    private final RightsPlugin rights;
    private final Traffic traffic;
    private final RedeliveryMarks redeliveries;
    private final ReceivedPublishes receivedPublishes;
    private final ArtemisQueues deliveries;
    private final RoutingRules routing = new RoutingRules();
    private final MqttUserProperties userProperties = new MqttUserProperties();
    private final SentHeaders stompHeaders = new SentHeaders();
    private final DeadLetterReasons deadLetters = new DeadLetterReasons();

    MessageEvents(
            ActiveMQServer server,
            RightsPlugin rights,
            Traffic traffic,
            RedeliveryMarks redeliveries,
            ReceivedPublishes receivedPublishes,
            ArtemisQueues deliveries) {
        this.publishes = new PublishesToTopics(server);
        this.mqttQuota = new SharedQuota(server);
        this.rights = rights;
        this.traffic = traffic;
        this.redeliveries = redeliveries;
        this.receivedPublishes = receivedPublishes;
        this.deliveries = deliveries;
    }

    @Override
    public void beforeSend(
            ServerSession session,
            @Nullable Transaction tx,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue) {
        rights.beforeSend(session, tx, message);
        publishes.beforeSend(session, message);
        stompHeaders.beforeSend(session, message);
        receivedPublishes.beforeSend(session, tx);
    }

    @Override
    public void afterSend(
            ServerSession session,
            @Nullable Transaction tx,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue,
            RoutingStatus result) {
        rights.afterSend();
        traffic.sent(session);
    }

    @Override
    public void onSendException(
            ServerSession session,
            @Nullable Transaction tx,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue,
            Exception failure) {
        rights.afterSend();
    }

    /** In this order: rights are checked on the route that remains, and what follows sees only what they let pass. */
    @Override
    public void beforeMessageRoute(Message message, RoutingContext context, boolean direct, boolean rejectDuplicates)
            throws ActiveMQException {
        routing.beforeMessageRoute(message, context);
        rights.beforeMessageRoute(message, context);
        userProperties.beforeMessageRoute(message);
        deadLetters.beforeMessageRoute(message);
    }

    @Override
    public boolean canAccept(ServerConsumer consumer, MessageReference reference) {
        redeliveries.mark(consumer, reference);
        return true;
    }

    @Override
    public void beforeDeliver(ServerConsumer consumer, MessageReference reference) throws ActiveMQException {
        redeliveries.beforeDeliver(consumer, reference);
    }

    @Override
    public void afterDeliver(ServerConsumer consumer, MessageReference reference) {
        traffic.delivered(consumer);
    }

    @Override
    public void messageAcknowledged(
            @Nullable Transaction tx, MessageReference ref, AckReason reason, @Nullable ServerConsumer consumer) {
        traffic.acknowledged(reason, consumer);
        mqttQuota.acknowledged(consumer);
        deliveries.settled(tx, ref);
    }
}
