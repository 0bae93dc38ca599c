package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** Durable queues made over Artemis Core, and what the broker knows of any queue. */
final class CoreQueues implements Definitions {
    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final ClientSession session;

    CoreQueues(PacketboatServer server) throws Exception {
        locator = ActiveMQClient.createServerLocator(
                "tcp://localhost:" + server.port(ServerPort.CORE) + "?reconnectAttempts=0&callTimeout=60000");
        factory = locator.createSessionFactory();
        session = factory.createSession(Admin.USER, Admin.PASSWORD, false, true, true, false, 0);
    }

    @Override
    public void create(String name) throws Exception {
        session.createQueue(
                QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST).setDurable(true));
    }

    @Override
    public void delete(String name) throws Exception {
        session.deleteQueue(name);
    }

    @Override
    public boolean exists(String name) throws Exception {
        return session.queueQuery(SimpleString.of(name)).isExists();
    }

    int consumers(String name) throws Exception {
        return session.queueQuery(SimpleString.of(name)).getConsumerCount();
    }

    /** How many messages are there, those in delivery included. */
    long depth(String name) throws Exception {
        ClientSession.QueueQuery answer = session.queueQuery(SimpleString.of(name));
        if (!answer.isExists()) {
            throw new IllegalArgumentException("There is no queue " + name);
        }
        return answer.getMessageCount();
    }

    @Override
    public void close() {
        factory.close();
        locator.close();
    }
}
