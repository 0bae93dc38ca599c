package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XASession;
import java.nio.ByteBuffer;
import java.util.UUID;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.ActiveMQXAConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** XA transactions, which the Core and OpenWire clients have; Qpid JMS has none. */
@ExtendWith(SharedServer.class)
class JmsXaIT {
    private static final long SOON = 60_000;
    private static final long NOTHING = 300;

    private record Branch(byte[] global) implements Xid {
        static Branch next() {
            UUID id = UUID.randomUUID();
            return new Branch(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }

        @Override
        public int getFormatId() {
            return 7;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return global.clone();
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {1};
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"CORE", "OPENWIRE"})
    void preparedBranchIsSeenOnlyAfterItsCommit(JmsClient client, PacketboatServer server) throws Exception {
        try (XAConnection connection = factory(client, server).createXAConnection(Admin.USER, Admin.PASSWORD)) {
            connection.start();
            XASession session = connection.createXASession();
            Queue queue = session.createQueue("xa." + UUID.randomUUID());
            XAResource resource = session.getXAResource();
            Xid xid = Branch.next();
            resource.start(xid, XAResource.TMNOFLAGS);
            session.createProducer(queue).send(session.createTextMessage("in two phases"));
            resource.end(xid, XAResource.TMSUCCESS);
            assertThat(resource.prepare(xid)).isEqualTo(XAResource.XA_OK);
            assertThat(receive(client, server, queue, NOTHING)).isEmpty();
            assertThat(resource.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN))
                    .anySatisfy(found ->
                            assertThat(found.getGlobalTransactionId()).isEqualTo(xid.getGlobalTransactionId()));

            resource.commit(xid, false);

            assertThat(receive(client, server, queue, SOON)).isEqualTo("in two phases");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"CORE", "OPENWIRE"})
    void rolledBackBranchReturnsWhatItConsumed(JmsClient client, PacketboatServer server) throws Exception {
        try (XAConnection connection = factory(client, server).createXAConnection(Admin.USER, Admin.PASSWORD)) {
            connection.start();
            XASession session = connection.createXASession();
            Queue queue = session.createQueue("xa." + UUID.randomUUID());
            send(client, server, queue, "returned");
            XAResource resource = session.getXAResource();
            Xid xid = Branch.next();
            resource.start(xid, XAResource.TMNOFLAGS);
            Message message = session.createConsumer(queue).receive(SOON);
            assertThat(message.getBody(String.class)).isEqualTo("returned");
            resource.end(xid, XAResource.TMSUCCESS);
            resource.prepare(xid);
            resource.rollback(xid);
            session.close();

            assertThat(receive(client, server, queue, SOON)).isEqualTo("returned");
        }
    }

    private static XAConnectionFactory factory(JmsClient client, PacketboatServer server) {
        String uri = "tcp://localhost:" + server.port(ServerPort.CORE);
        return client == JmsClient.CORE ? new ActiveMQJMSConnectionFactory(uri) : new ActiveMQXAConnectionFactory(uri);
    }

    private static void send(JmsClient client, PacketboatServer server, Queue queue, String text) throws Exception {
        try (var connection = client.factory(server).createConnection();
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(queue.getQueueName())).send(session.createTextMessage(text));
        }
    }

    private static String receive(JmsClient client, PacketboatServer server, Queue queue, long wait) throws Exception {
        try (var connection = client.factory(server).createConnection();
                Session session = connection.createSession()) {
            connection.start();
            Message message = session.createConsumer(session.createQueue(queue.getQueueName()))
                    .receive(wait);
            return message == null ? "" : message.getBody(String.class);
        }
    }
}
