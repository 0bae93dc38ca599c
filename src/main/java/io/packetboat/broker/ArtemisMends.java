package io.packetboat.broker;

import io.packetboat.broker.mqtt.ClientReceiveMaximum;
import io.packetboat.broker.mqtt.LastingSessions;
import io.packetboat.broker.mqtt.PendingReleases;
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
    private final StrictServer server;
    private final LastingSessions lastingSessions = new LastingSessions();
    private final ReceivedPublishes receivedPublishes;
    private final PendingReleases pendingReleases;

    ArtemisMends(StrictServer server) {
        this.server = server;
        this.receivedPublishes = new ReceivedPublishes(server, lastingSessions);
        this.pendingReleases = new PendingReleases(server, lastingSessions);
    }

    ReceivedPublishes receivedPublishes() {
        return receivedPublishes;
    }

    /** Reads what the last life left; after the journal is loaded, before the first connection. */
    void load() throws Exception { // Artemis declares it
        receivedPublishes.load();
        pendingReleases.load();
    }

    void register(Security security) {
        SessionExpiry expiry = new SessionExpiry();
        ReceiveMaximum receiveMaximum = new ReceiveMaximum();
        server.getServiceRegistry().addIncomingInterceptor(new StompSettlements());
        server.getServiceRegistry().addIncomingInterceptor(server.stompTopics());
        server.getServiceRegistry().addIncomingInterceptor(server.unsubscribers());
        server.getServiceRegistry().addIncomingInterceptor(expiry.incoming());
        server.getServiceRegistry().addOutgoingInterceptor(expiry.outgoing());
        server.getServiceRegistry().addIncomingInterceptor(lastingSessions);
        server.getServiceRegistry().addOutgoingInterceptor(receivedPublishes.outgoing());
        server.getServiceRegistry().addIncomingInterceptor(pendingReleases.incoming());
        server.getServiceRegistry().addOutgoingInterceptor(pendingReleases.outgoing());
        server.registerBrokerPlugin(pendingReleases);
        server.getServiceRegistry().addIncomingInterceptor(new TopicsBesideQueues(server, security::mayMakeTopic));
        server.getServiceRegistry().addIncomingInterceptor(new ClientReceiveMaximum());
        server.getServiceRegistry().addIncomingInterceptor(receiveMaximum.incoming());
        server.getServiceRegistry().addOutgoingInterceptor(receiveMaximum.outgoing());
    }
}
