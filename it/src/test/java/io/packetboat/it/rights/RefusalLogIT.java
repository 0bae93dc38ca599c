package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerLog;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refused client is worth a line in the log, without a stack trace and without what it wanted to send. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RefusalLogIT {
    private final String user = "refused-" + UUID.randomUUID();
    private final String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    private Login login = new Login("", "");
    private ServerLog log;

    @BeforeAll
    void makeAUserWithoutRights(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        api.createUser(user, "Passw0rd-" + user);
        login = api.createAccessKey(user);
    }

    @AfterAll
    void deleteTheUser(PacketboatServer server) throws Exception {
        new AdminApi(server).deleteUser(user);
    }

    @BeforeEach
    void rememberTheLog(PacketboatServer server) throws IOException {
        log = new ServerLog(server);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void refusedSendLeavesNoStackTraceAndNoContent(Door door, PacketboatServer server) throws Exception {
        Destination topic = Destination.topic(user + "." + door);

        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.send(topic, secret)).isInstanceOf(Refused.class);
        }

        assertThatNothingLeaked();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void refusedConsumerLeavesNoStackTrace(Door door, PacketboatServer server) throws Exception {
        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.consume(Destination.topic(user + "." + door)))
                    .isInstanceOf(Refused.class);
        }
        try (Client client = door.open(server, login)) {
            assertThatThrownBy(() -> client.subscribeDurably(user + "." + door, "s"))
                    .isInstanceOf(Refused.class);
        }

        assertThatNothingLeaked();
    }

    /** Core tells such a client nothing; the log is all there is. */
    @Test
    void refusedSendWithoutConfirmationIsOneLine(PacketboatServer server) throws Exception {
        ActiveMQJMSConnectionFactory factory = new ActiveMQJMSConnectionFactory("tcp://127.0.0.1:"
                + server.port(ServerPort.CORE) + "?blockOnDurableSend=false&blockOnNonDurableSend=false");
        try (factory;
                Connection connection = factory.createConnection(login.user(), login.password())) {
            Session session = connection.createSession();
            Message message = session.createTextMessage(secret);
            message.setStringProperty("card", secret);
            new AdminApi(server).createQueue(user);

            session.createProducer(session.createQueue(user)).send(message);

            assertThat(log.lineWith("AMQ224016", ""))
                    .contains("permission='SEND'")
                    .contains(user);
        } finally {
            new AdminApi(server).deleteQueue(user);
        }
        assertThatNothingLeaked();
    }

    private void assertThatNothingLeaked() throws IOException {
        assertThat(log.written()).doesNotContain(secret).doesNotContain("\tat ");
    }
}
