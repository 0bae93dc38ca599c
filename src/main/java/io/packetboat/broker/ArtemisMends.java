package io.packetboat.broker;

import io.packetboat.broker.mqtt.ClientReceiveMaximum;
import io.packetboat.broker.mqtt.ReceiveMaximum;
import io.packetboat.broker.mqtt.ReceivedPublishes;
import io.packetboat.broker.mqtt.SessionExpiry;
import io.packetboat.broker.mqtt.TopicsBesideQueues;
import io.packetboat.broker.stomp.StompSettlements;

/**
 * What mends Artemis' protocols from outside, see ADR 0011.
 *
 * <p>Registered before the start, so that no connection is ever without.
 */
final class ArtemisMends {
    private ArtemisMends() {}

    static void register(StrictServer server, Security security, ReceivedPublishes receivedPublishes) {
        SessionExpiry expiry = new SessionExpiry();
        ReceiveMaximum receiveMaximum = new ReceiveMaximum();
        server.getServiceRegistry().addIncomingInterceptor(new StompSettlements());
        server.getServiceRegistry().addIncomingInterceptor(server.stompTopics());
        server.getServiceRegistry().addIncomingInterceptor(server.unsubscribers());
        server.getServiceRegistry().addIncomingInterceptor(expiry.incoming());
        server.getServiceRegistry().addOutgoingInterceptor(expiry.outgoing());
        server.getServiceRegistry().addIncomingInterceptor(receivedPublishes.incoming());
        server.getServiceRegistry().addOutgoingInterceptor(receivedPublishes.outgoing());
        server.getServiceRegistry().addIncomingInterceptor(new TopicsBesideQueues(server, security::mayMakeTopic));
        server.getServiceRegistry().addIncomingInterceptor(new ClientReceiveMaximum());
        server.getServiceRegistry().addIncomingInterceptor(receiveMaximum.incoming());
        server.getServiceRegistry().addOutgoingInterceptor(receiveMaximum.outgoing());
    }
}
