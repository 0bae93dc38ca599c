package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import jakarta.jms.Connection;
import jakarta.jms.MapMessage;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What the clients of the other protocols send, received by the AWS SDK, which checks the MD5 sums. */
@ExtendWith(SharedServer.class)
class BridgeFromJmsIT {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theBodyIsTextWithAMessageId(Protocol protocol, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Party party = protocol.open(server, Transport.PLAIN)) {
            party.send(Destination.queue(queue.name()), Letter.text("päivää"));

            Message message = queue.next();

            assertThat(message.body()).isEqualTo("päivää");
            assertThat(message.messageId()).isNotEmpty();
            queue.release(message);
            assertThat(queue.next().messageId()).isEqualTo(message.messageId());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void bytesThatAreNoTextAreBase64(Protocol protocol, PacketboatServer server) throws Exception {
        byte[] bytes = {(byte) 0xff, 0, 1};
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Party party = protocol.open(server, Transport.PLAIN)) {
            party.send(Destination.queue(queue.name()), Letter.bytes(bytes));

            assertThat(queue.next().body()).isEqualTo(Base64.getEncoder().encodeToString(bytes));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            names = {"MQTT_3"},
            mode = EnumSource.Mode.EXCLUDE)
    void propertiesAreAttributes(Protocol protocol, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Party party = protocol.open(server, Transport.PLAIN)) {
            party.send(Destination.queue(queue.name()), Letter.text("m").with(Map.of("colour", "blue"), ""));

            assertThat(queue.next().messageAttributes()).isEqualTo(Map.of("colour", TestQueue.text("String", "blue")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void typedPropertiesAndGroupsKeepTheirMeaning(BridgeToJmsIT.Jms client, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Connection connection = client.factory(server).createConnection()) {
            Session session = connection.createSession();
            TextMessage text = session.createTextMessage("typed");
            text.setIntProperty("count", 7);
            text.setDoubleProperty("price", 1.5);
            text.setBooleanProperty("urgent", true);
            text.setStringProperty("JMSXGroupID", "group-1");
            session.createProducer(session.createQueue(queue.name())).send(text);

            Message message = queue.next();

            Map<String, MessageAttributeValue> attributes = message.messageAttributes();
            assertThat(attributes)
                    .containsEntry("count", TestQueue.text("Number", "7"))
                    .containsEntry("price", TestQueue.text("Number", "1.5"))
                    .containsEntry("urgent", TestQueue.text("String", "true"))
                    .hasSize(3);
            assertThat(message.attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "group-1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aMapIsAJsonObject(BridgeToJmsIT.Jms client, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Connection connection = client.factory(server).createConnection()) {
            Session session = connection.createSession();
            MapMessage map = session.createMapMessage();
            map.setString("name", "Oulu");
            map.setInt("people", 210_000);
            session.createProducer(session.createQueue(queue.name())).send(map);

            assertThat(queue.next().body()).isEqualTo("{\"name\":\"Oulu\",\"people\":210000}");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aSerializedObjectIsBase64(BridgeToJmsIT.Jms client, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Connection connection = client.factory(server).createConnection()) {
            Session session = connection.createSession();
            session.createProducer(session.createQueue(queue.name())).send(session.createObjectMessage("Oulu"));

            byte[] body = Base64.getDecoder().decode(queue.next().body());

            try (ObjectInputStream object = new ObjectInputStream(new ByteArrayInputStream(body))) {
                assertThat(object.readObject()).isEqualTo("Oulu");
            }
        }
    }

    @Test
    void aQueueThatAJmsClientMadeIsAnSqsQueue(PacketboatServer server) throws Exception {
        String name = "jms." + UUID.randomUUID();
        try (TestQueue other = TestQueue.standard(server, Map.of());
                Connection connection = JmsClients.core(server, Transport.PLAIN).createConnection()) {
            Session session = connection.createSession();
            session.createProducer(session.createQueue(name)).send(session.createTextMessage("x".repeat(300_000)));
            String url = other.sqs().getQueueUrl(get -> get.queueName(name)).queueUrl();

            TestQueue queue = new TestQueue(other.sqs(), name, url);

            assertThat(queue.next().body().getBytes(StandardCharsets.UTF_8)).hasSize(300_000);
        }
    }
}
