package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the AWS SDK sends, received by the clients of the other protocols, and what both share. */
@ExtendWith(SharedServer.class)
class BridgeToJmsIT {
    private static final long PATIENCE = 60_000;

    enum Jms {
        AMQP,
        CORE,
        OPENWIRE;

        ConnectionFactory factory(PacketboatServer server) throws Exception {
            return switch (this) {
                case AMQP -> JmsClients.amqp(server, Transport.PLAIN);
                case CORE -> JmsClients.core(server, Transport.PLAIN);
                case OPENWIRE -> JmsClients.openWire(server, Transport.PLAIN);
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void attributesAreTypedPropertiesThatSelectorsSee(Jms client, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Connection connection = client.factory(server).createConnection()) {
            queue.send("not wanted");
            String id = queue.sqs()
                    .sendMessage(send -> send.queueUrl(queue.url())
                            .messageBody("päivää")
                            .messageGroupId("group-1")
                            .messageAttributes(Map.of(
                                    "colour", TestQueue.text("String", "blue"),
                                    "amount", TestQueue.text("Number", "42"))))
                    .messageId();

            connection.start();
            Session session = connection.createSession();
            MessageConsumer consumer =
                    session.createConsumer(session.createQueue(queue.name()), "colour = 'blue' AND amount > 41");
            Message message = consumer.receive(PATIENCE);

            assertThat(((TextMessage) message).getText()).isEqualTo("päivää");
            assertThat(message.getStringProperty("colour")).isEqualTo("blue");
            assertThat(message.getLongProperty("amount")).isEqualTo(42);
            assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo("group-1");
            if (client != Jms.OPENWIRE) {
                // OpenWire has ids of its own form, which Artemis makes for each message of another protocol.
                assertThat(message.getJMSMessageID()).contains(id);
            }
        }
    }

    @Test
    void aBinaryAttributeIsAByteArrayToCoreClients(PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Connection connection = Jms.CORE.factory(server).createConnection()) {
            queue.sqs()
                    .sendMessage(send -> send.queueUrl(queue.url())
                            .messageBody("m")
                            .messageAttributes(Map.of(
                                    "raw",
                                    MessageAttributeValue.builder()
                                            .dataType("Binary")
                                            .binaryValue(SdkBytes.fromByteArray(new byte[] {1, 2}))
                                            .build())));

            connection.start();
            Message message =
                    consumer(connection, queue, Session.AUTO_ACKNOWLEDGE).receive(PATIENCE);

            assertThat(message.getObjectProperty("raw")).isEqualTo(new byte[] {1, 2});
        }
    }

    @Test
    void stompReceivesTextAndAttributes(PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Party stomp = Protocol.STOMP.open(server, Transport.PLAIN);
                Party.Mailbox mailbox = stomp.consume(Destination.queue(queue.name()))) {
            queue.sqs()
                    .sendMessage(send -> send.queueUrl(queue.url())
                            .messageBody("päivää")
                            .messageAttributes(Map.of("colour", TestQueue.text("String", "blue"))));

            var letter = mailbox.next(Duration.ofMillis(PATIENCE));

            assertThat(new String(letter.body().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("päivää");
            assertThat(letter.properties()).containsEntry("colour", "blue");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theCountOfDeliveriesIsShared(Jms client, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of());
                Connection connection = client.factory(server).createConnection()) {
            queue.send("twice");
            queue.release(queue.next());

            connection.start();
            Message message =
                    consumer(connection, queue, Session.AUTO_ACKNOWLEDGE).receive(PATIENCE);

            assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(2);
            assertThat(message.getJMSRedelivered()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatAConsumerHoldsIsNotVisible(Jms client, PacketboatServer server) throws Exception {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            queue.send("held");
            try (Connection connection = client.factory(server).createConnection()) {
                connection.start();
                assertThat(consumer(connection, queue, Session.CLIENT_ACKNOWLEDGE)
                                .receive(PATIENCE))
                        .isNotNull();

                assertThat(queue.receive(0, 30)).isEmpty();
                await().until(() -> queue.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                        .equals("1"));
            }
            assertThat(queue.next().attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatAConsumerRollsBackTooOftenIsADeadLetterForSqs(Jms client, PacketboatServer server) throws Exception {
        try (TestQueue dead = TestQueue.standard(server, Map.of());
                TestQueue queue = TestQueue.standard(server, DeadLettersIT.redriveTo(dead, 2));
                Connection connection = client.factory(server).createConnection()) {
            queue.send("unlucky");
            connection.start();
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue.name()));
            await().atMost(Duration.ofSeconds(60)).until(() -> rolledBack(session, consumer, dead));

            assertThat(dead.next().attributes())
                    .containsEntry(
                            MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN,
                            queue.attribute(QueueAttributeName.QUEUE_ARN));
        }
    }

    private static boolean rolledBack(Session session, MessageConsumer consumer, TestQueue dead) throws JMSException {
        if (consumer.receive(1_000) != null) {
            session.rollback();
        }
        return dead.attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES).equals("1");
    }

    private static MessageConsumer consumer(Connection connection, TestQueue queue, int mode) throws JMSException {
        Session session = connection.createSession(mode);
        return session.createConsumer(session.createQueue(queue.name()));
    }
}
