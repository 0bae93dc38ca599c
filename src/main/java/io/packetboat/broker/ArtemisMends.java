package io.packetboat.broker;

import io.packetboat.broker.stomp.StompSettlements;
import org.apache.activemq.artemis.core.server.ServiceRegistry;

/**
 * What mends Artemis' protocols from outside, see ADR 0011.
 *
 * <p>Registered before the start, so that no connection is ever without.
 */
final class ArtemisMends {
    private ArtemisMends() {}

    static void register(ServiceRegistry registry) {
        registry.addIncomingInterceptor(new StompSettlements());
    }
}
