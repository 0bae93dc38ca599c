package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Transport;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.net.URI;
import java.time.Duration;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class QueuesIT {
    private static final String TEXT = "{\"body\": {\"type\": \"text\", \"text\": \"%s\"}}";

    @Test
    void queuesAreMadeReadChangedAndDeleted(PacketboatServer server) {
        Api admin = Api.asAdmin(server);

        Answer created =
                admin.post("queues", "{\"queueName\": \"q.life\", \"settings\": {\"maxDeliveryAttempts\": 3}}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().getString("creator")).isEqualTo(Admin.USER);
        assertThat(admin.post("queues", "{\"queueName\": \"q.life\"}").fact()).isEqualTo("queue-name-taken");
        assertThat(admin.get("queues/q.life/settings").body()).isEqualTo("{\"maxDeliveryAttempts\":3}");
        assertThat(admin.put("queues/q.life/settings", "{\"retentionSeconds\": 60, \"redeliveryDelaySeconds\": 0.5}")
                        .status())
                .isEqualTo(204);
        assertThat(admin.get("queues/q.life/settings")
                        .json()
                        .getJsonNumber("redeliveryDelaySeconds")
                        .doubleValue())
                .isEqualTo(0.5);
        assertThat(admin.get("queues/q.life/effective-settings").json().getInt("maxDeliveryAttempts"))
                .isEqualTo(10);
        assertThat(admin.delete("queues/q.life").status()).isEqualTo(204);
        for (String path : new String[] {"queues/q.life", "queues/q.life/settings", "queues/q.life/messages"}) {
            assertThat(admin.get(path).fact()).as(path).isEqualTo("queue-not-found");
        }
        assertThat(admin.delete("queues/q.life").status()).isEqualTo(404);
        assertThat(admin.post("queues/q.life/purge").status()).isEqualTo(404);
        assertThat(admin.post("queues/q.life/pause").status()).isEqualTo(404);
        assertThat(admin.post("queues/q.life/resume").status()).isEqualTo(404);
    }

    @Test
    void queuesAreListedInPagesAndFiltered(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        for (int i = 0; i < 5; i++) {
            admin.post("queues", "{\"queueName\": \"page.q%d\"}".formatted(i));
        }

        Answer first = admin.get("queues?contains=PAGE.Q&size=2");
        Answer second =
                admin.get("queues?contains=page.q&size=2&after=" + first.json().getString("next"));
        Answer last =
                admin.get("queues?contains=page.q&size=2&after=" + second.json().getString("next"));

        assertThat(first.items("queueName")).containsExactly("page.q0", "page.q1");
        assertThat(second.items("queueName")).containsExactly("page.q2", "page.q3");
        assertThat(last.items("queueName")).containsExactly("page.q4");
        assertThat(last.json()).doesNotContainKey("next");
        for (int i = 0; i < 5; i++) {
            admin.delete("queues/page.q" + i);
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"a/b", "a b", "ü", "%2F", "~x", "a;b?c&d", "..", "a\\\\b"})
    void anyNameHasAPath(String name, PacketboatServer server) {
        Api admin = Api.asAdmin(server);

        Answer created = admin.post("queues", "{\"queueName\": \"%s\"}".formatted(name));
        String path = created.json().getString("path");

        assertThat(created.status()).isEqualTo(201);
        assertThat(URI.create(created.header("Location")).getRawPath()).isEqualTo(path);
        assertThat(admin.get(path).json().getString("queueName")).isEqualTo(name.replace("\\\\", "\\"));
        assertThat(admin.post(path + "/messages", TEXT.formatted("x")).status()).isEqualTo(201);
        assertThat(admin.delete(path).status()).isEqualTo(204);
    }

    @Test
    void pausedQueueHoldsItsMessagesBack(PacketboatServer server) throws JMSException {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"q.pause\"}");
        assertThat(admin.post("queues/q.pause/pause").status()).isEqualTo(204);
        admin.post("queues/q.pause/messages", TEXT.formatted("held"));

        try (Connection connection = connect(server);
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue("q.pause"))) {
            assertThat(consumer.receive(500)).isNull();
            assertThat(admin.get("queues/q.pause").json().getBoolean("paused")).isTrue();

            assertThat(admin.post("queues/q.pause/resume").status()).isEqualTo(204);

            assertThat(consumer.receive(60_000).getBody(String.class)).isEqualTo("held");
        }
        admin.delete("queues/q.pause");
    }

    @Test
    void purgeDeletesTheMessages(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"q.purge\"}");
        admin.post("queues/q.purge/messages", TEXT.formatted("gone"));

        assertThat(admin.post("queues/q.purge/purge").status()).isEqualTo(204);

        assertThat(admin.get("queues/q.purge/messages").items("id")).isEmpty();
        admin.delete("queues/q.purge");
    }

    @Test
    void messagesAreSentBrowsedReadMovedAndDeleted(PacketboatServer server) throws JMSException {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"q.from\"}");
        admin.post("queues", "{\"queueName\": \"q.to\"}");
        String sent = admin.post(
                        "queues/q.from/messages",
                        "{\"body\": {\"type\": \"text\", \"text\": \"hé\"}, \"properties\": {\"n\": 1, \"s\": \"x\"},"
                                + " \"priority\": 7, \"correlationId\": \"c1\"}")
                .json()
                .getString("id");
        String other = admin.post("queues/q.from/messages", "{\"body\": {\"type\": \"bytes\", \"base64\": \"AQID\"}}")
                .json()
                .getString("id");

        Answer page = admin.get("queues/q.from/messages?size=1");
        assertThat(page.items("id")).containsExactly(sent);
        assertThat(admin.get("queues/q.from/messages?after=" + sent).items("id"))
                .containsExactly(other);
        assertThat(admin.get("queues/q.from/messages/" + other)
                        .json()
                        .getJsonObject("body")
                        .toString())
                .isEqualTo("{\"type\":\"bytes\",\"base64\":\"AQID\"}");
        assertThat(admin.delete("queues/q.from/messages/" + other).status()).isEqualTo(204);
        assertThat(admin.get("queues/q.from/messages/" + other).fact()).isEqualTo("message-not-found");
        assertThat(admin.post("queues/q.from/messages/" + sent + "/move", "{\"queueName\": \"q.none\"}")
                        .fact())
                .isEqualTo("queue-not-found");
        assertThat(admin.post("queues/q.from/messages/" + sent + "/move", "{\"queueName\": \"q.to\"}")
                        .status())
                .isEqualTo(204);

        Message received = receive(server, "q.to");
        assertThat(received.getBody(String.class)).isEqualTo("hé");
        assertThat(received.getIntProperty("n")).isEqualTo(1);
        assertThat(received.getJMSPriority()).isEqualTo(7);
        assertThat(received.getJMSCorrelationID()).isEqualTo("c1");
        admin.delete("queues/q.from");
        admin.delete("queues/q.to");
    }

    @Test
    void deadLetterTellsItsOriginAndReturnsThere(PacketboatServer server) throws JMSException {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"q.dead\"}");
        admin.post(
                "queues",
                "{\"queueName\": \"q.work\", \"settings\": {\"maxDeliveryAttempts\": 1, \"deadLetterQueue\": \"q.dead\"}}");
        admin.post("queues/q.work/messages", TEXT.formatted("poison"));
        admin.post("queues/q.work/messages", TEXT.formatted("poison"));
        rollBack(server, "q.work", 2);
        await().until(() -> admin.get("queues/q.dead/messages").items("id").size() == 2);
        Answer dead = admin.get("queues/q.dead/messages");

        assertThat(dead.json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("origin")
                        .getString("queueName"))
                .isEqualTo("q.work");
        assertThat(admin.post("queues/q.dead/messages/" + dead.items("id").get(0) + "/return")
                        .status())
                .isEqualTo(204);
        assertThat(admin.post("queues/q.dead/messages/return").json().getInt("returned"))
                .isEqualTo(1);

        assertThat(receive(server, "q.work").getBody(String.class)).isEqualTo("poison");
        String stray = admin.post("queues/q.dead/messages", TEXT.formatted("stray"))
                .json()
                .getString("id");
        assertThat(admin.post("queues/q.dead/messages/" + stray + "/return").fact())
                .isEqualTo("origin-gone");
        assertThat(admin.delete("queues/q.dead").status()).isEqualTo(409);
        admin.delete("queues/q.work");
        admin.delete("queues/q.dead");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"AMQP", "Core"})
    void failedMessageReturnsAfterTheRedeliveryDelayAndNotBefore(String client, PacketboatServer server)
            throws JMSException {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"q.later\", \"settings\": {\"redeliveryDelaySeconds\": 3}}");
        admin.post("queues/q.later/messages", TEXT.formatted("again"));
        ConnectionFactory factory = client.equals("AMQP")
                ? JmsClients.amqp(server, Transport.PLAIN)
                : JmsClients.core(server, Transport.PLAIN);
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue("q.later"));
            assertThat(consumer.receive(60_000)).isNotNull();
            long returned = System.nanoTime();

            session.rollback();

            Message again = consumer.receive(60_000);
            assertThat(Duration.ofNanos(System.nanoTime() - returned)).isGreaterThan(Duration.ofMillis(2_900));
            assertThat(again.getBody(String.class)).isEqualTo("again");
            assertThat(again.getJMSRedelivered()).isTrue();
            session.commit();
        }
        admin.delete("queues/q.later");
    }

    private static void rollBack(PacketboatServer server, String queue, int messages) throws JMSException {
        try (Connection connection = connect(server);
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            for (int i = 0; i < messages; i++) {
                assertThat(consumer.receive(60_000)).isNotNull();
                session.rollback();
            }
        }
    }

    private static Message receive(PacketboatServer server, String queue) throws JMSException {
        try (Connection connection = connect(server);
                Session session = connection.createSession()) {
            return session.createConsumer(session.createQueue(queue)).receive(60_000);
        }
    }

    private static Connection connect(PacketboatServer server) throws JMSException {
        Connection connection = new JmsConnectionFactory(
                        Admin.USER,
                        Admin.PASSWORD,
                        "amqp://localhost:" + server.port(ServerPort.AMQP) + "?jms.prefetchPolicy.all=0")
                .createConnection();
        connection.start();
        return connection;
    }
}
