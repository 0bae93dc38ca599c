package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class NodeIT {

    @Test
    void nodeTellsVersionRoleMemoryAndDisk(PacketboatServer server) {
        JsonObject node = Api.asAdmin(server).get("node").json();

        assertThat(node.getString("version")).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(node.getString("brokerVersion")).startsWith("2.");
        assertThat(node.getString("role")).isEqualTo("active");
        assertThat(node.getJsonNumber("uptimeSeconds").doubleValue()).isPositive();
        assertThat(node.getJsonObject("disk").getJsonNumber("usableBytes").longValue())
                .isPositive();
        assertThat(node.getJsonObject("memory").getJsonNumber("maxMessageBytes").longValue())
                .isPositive();
        assertThat(Api.asAdmin(server).get("node/traffic").json()).containsKey("protocols");
    }

    @Test
    void topicsAreMadeListedSubscribedAndDeleted(PacketboatServer server) throws JMSException {
        Api admin = Api.asAdmin(server);
        assertThat(admin.post("topics", "{\"topicName\": \"t/1\"}").status()).isEqualTo(201);
        assertThat(admin.post("topics", "{\"topicName\": \"t/1\"}").fact()).isEqualTo("topic-name-taken");
        String path = admin.get("topics?contains=T/1").items("path").get(0);

        try (Connection connection = connect(server, "subscriber");
                Session session = connection.createSession();
                MessageConsumer consumer = session.createDurableConsumer(session.createTopic("t/1"), "all")) {
            assertThat(admin.post(path + "/messages", "{\"body\": {\"type\": \"text\", \"text\": \"hello\"}}")
                            .status())
                    .isEqualTo(201);
            assertThat(consumer.receive(60_000).getBody(String.class)).isEqualTo("hello");
        }

        Answer subscriptions = admin.get(path + "/subscriptions");
        assertThat(subscriptions.items("topicName")).containsExactly("t/1");
        String subscription = subscriptions.items("path").get(0);
        await().until(() -> admin.delete(subscription).status() == 204);
        assertThat(admin.delete(subscription).fact()).isEqualTo("subscription-not-found");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).fact()).isEqualTo("topic-not-found");
    }

    @Test
    void clientsAreListedAndClosed(PacketboatServer server) throws JMSException {
        Api admin = Api.asAdmin(server);
        AtomicBoolean closed = new AtomicBoolean();

        try (Connection connection = connect(server, "watched")) {
            connection.setExceptionListener(failure -> closed.set(true));
            Session session = connection.createSession();
            session.createConsumer(session.createQueue("q.watched"));
            session.createProducer(session.createQueue("q.watched"));
            JsonObject found = admin.get("connections?size=1000").json().getJsonArray("items").stream()
                    .map(item -> item.asJsonObject())
                    .filter(item -> item.getString("clientId", "").equals("watched"))
                    .findFirst()
                    .orElseThrow();

            assertThat(found.getString("protocol")).isEqualTo("AMQP");
            assertThat(found.getString("userName")).isEqualTo(Admin.USER);
            assertThat(admin.get("sessions?size=1000").items("connectionId")).contains(found.getString("id"));
            assertThat(admin.get("consumers?size=1000").items("queueName")).contains("q.watched");
            assertThat(admin.get("producers?size=1000").items("connectionId")).contains(found.getString("id"));
            assertThat(admin.delete(found.getString("path")).status()).isEqualTo(204);

            await().untilTrue(closed);
            assertThat(admin.delete(found.getString("path")).fact()).isEqualTo("client-not-found");
        }
        for (String kind : new String[] {"sessions", "consumers", "producers"}) {
            assertThat(admin.delete(kind + "/none").status()).as(kind).isEqualTo(404);
        }
        admin.delete("queues/q.watched");
    }

    @Test
    void auditTrailTellsWhoDidWhatFromWhere(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("queues", "{\"queueName\": \"q.audited\"}");
        admin.post("queues", "{\"queueName\": \"q.audited\"}");
        admin.delete("queues/q.audited");

        Answer page = admin.get("audit-records?size=2");
        Answer older = admin.get("audit-records?size=1&after=" + page.json().getString("next"));
        List<JsonObject> records = admin.get("audit-records?size=100").json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("resource", "").equals("q.audited"))
                .toList();

        assertThat(page.items("action")).hasSize(2);
        assertThat(older.items("action")).hasSize(1);
        assertThat(records)
                .extracting(item -> item.getString("action"), item -> item.getString("outcome"))
                .containsExactly(
                        tuple("sqs:DeleteQueue", "succeeded"),
                        tuple("sqs:CreateQueue", "failed"),
                        tuple("sqs:CreateQueue", "succeeded"));
        assertThat(records).extracting(item -> item.getString("userName")).containsOnly(Admin.USER);
        assertThat(records).extracting(item -> item.getString("door")).containsOnly("admin");
    }

    private static Connection connect(PacketboatServer server, String clientId) throws JMSException {
        JmsConnectionFactory factory = new JmsConnectionFactory(
                Admin.USER, Admin.PASSWORD, "amqp://localhost:" + server.port(ServerPort.AMQP));
        factory.setClientID(clientId);
        Connection connection = factory.createConnection();
        connection.start();
        return connection;
    }
}
