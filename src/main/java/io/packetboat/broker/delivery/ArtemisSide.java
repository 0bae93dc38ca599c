package io.packetboat.broker.delivery;

import java.time.Clock;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/** What all queues share. */
interface ArtemisSide {
    ActiveMQServer server();

    Clock clock();

    MarkJournal marks();

    Restoration restoration();

    void deleted(ArtemisQueue queue);
}
