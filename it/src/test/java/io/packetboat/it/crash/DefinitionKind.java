package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.util.Locale;

/** The kinds of definitions whose answered changes must survive. */
enum DefinitionKind {
    CORE_QUEUE {
        @Override
        Definitions connect(PacketboatServer server) throws Exception {
            return new CoreQueues(server);
        }
    },
    AMQP_SUBSCRIPTION {
        @Override
        Definitions connect(PacketboatServer server) throws Exception {
            return new AmqpSubscriptions(server);
        }
    },
    REST_USER {
        @Override
        Definitions connect(PacketboatServer server) {
            return new RestUsers(server);
        }
    };

    abstract Definitions connect(PacketboatServer server) throws Exception;

    String prefix() {
        return "crash-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
