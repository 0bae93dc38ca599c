package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import com.amazon.sqs.javamessaging.SQSSession;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Transport;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** AWS's own JMS client, which speaks SQS, and a JMS client that speaks AMQP on one queue. */
@ExtendWith(SharedServer.class)
class JmsOverSqsIT {
    private static final long PATIENCE = Duration.ofSeconds(60).toMillis();
    /** The attribute in which AWS's client keeps what kind of message it sent. */
    private static final String TYPE = "JMS_SQSMessageType";

    @Test
    void textsGoFromSqsToAmqp(PacketboatServer server) throws Exception {
        try (Both both = Both.of(server, Session.AUTO_ACKNOWLEDGE)) {
            TextMessage sent = both.sqs.createTextMessage("päivää");
            sent.setStringProperty("colour", "blue");
            sent.setIntProperty("amount", 42);
            sent.setBooleanProperty("urgent", true);
            both.send(both.sqs, sent);

            Message received = both.receive(both.amqp);

            assertThat(text(received)).isEqualTo("päivää");
            assertThat(received.getStringProperty("colour")).isEqualTo("blue");
            assertThat(received.getLongProperty("amount")).isEqualTo(42);
            assertThat(received.getStringProperty(TYPE)).isEqualTo("text");
            assertThat(received.getJMSMessageID())
                    .endsWith(sent.getJMSMessageID().replace("ID:", ""));
        }
    }

    @Test
    void textsGoFromAmqpToSqs(PacketboatServer server) throws Exception {
        try (Both both = Both.of(server, Session.AUTO_ACKNOWLEDGE)) {
            TextMessage sent = both.amqp.createTextMessage("päivää");
            sent.setStringProperty("colour", "blue");
            sent.setIntProperty("amount", 42);
            both.send(both.amqp, sent);

            Message received = both.receive(both.sqs);

            assertThat(text(received)).isEqualTo("päivää");
            assertThat(received.getStringProperty("colour")).isEqualTo("blue");
            assertThat(received.getIntProperty("amount")).isEqualTo(42);
            assertThat(received.getJMSTimestamp()).isEqualTo(sent.getJMSTimestamp());
        }
    }

    @Test
    void bytesOfSqsAreBase64ToAmqpAndBytesToSqs(PacketboatServer server) throws Exception {
        byte[] bytes = {0, 1, (byte) 0xff};
        try (Both both = Both.of(server, Session.AUTO_ACKNOWLEDGE)) {
            both.send(both.sqs, bytesMessage(both.sqs, bytes));
            Message amqp = both.receive(both.amqp);
            both.send(both.sqs, bytesMessage(both.sqs, bytes));
            Message sqs = both.receive(both.sqs);

            assertThat(amqp.getStringProperty(TYPE)).isEqualTo("byte");
            assertThat(Base64.getDecoder().decode(text(amqp))).isEqualTo(bytes);
            assertThat(bytes((BytesMessage) sqs)).isEqualTo(bytes);
        }
    }

    @Test
    void bytesOfAmqpAreTextToSqs(PacketboatServer server) throws Exception {
        byte[] bytes = {0, 1, (byte) 0xff};
        try (Both both = Both.of(server, Session.AUTO_ACKNOWLEDGE)) {
            both.send(both.amqp, bytesMessage(both.amqp, bytes));
            Message binary = both.receive(both.sqs);
            both.send(both.amqp, bytesMessage(both.amqp, "text".getBytes(StandardCharsets.UTF_8)));
            Message text = both.receive(both.sqs);

            assertThat(Base64.getDecoder().decode(text(binary))).isEqualTo(bytes);
            assertThat(text(text)).isEqualTo("text");
        }
    }

    @Test
    void objectsGoThroughUnopened(PacketboatServer server) throws Exception {
        Serializable object = (Serializable) List.of("päivää", 42);
        try (Both both = Both.of(server, Session.AUTO_ACKNOWLEDGE)) {
            both.send(both.sqs, both.sqs.createObjectMessage(object));
            Message fromSqs = both.receive(both.sqs);
            ObjectMessage named = both.amqp.createObjectMessage(object);
            // What tells AWS's client that it may deserialize; it keeps to text otherwise.
            named.setStringProperty(TYPE, "object");
            both.send(both.amqp, named);
            Message fromAmqp = both.receive(both.sqs);

            assertThat(((ObjectMessage) fromSqs).getObject()).isEqualTo(object);
            assertThat(((ObjectMessage) fromAmqp).getObject()).isEqualTo(object);
        }
    }

    @Test
    void oneAcknowledgementSettlesAllThatWasReceived(PacketboatServer server) throws Exception {
        try (Both both = Both.of(server, Session.CLIENT_ACKNOWLEDGE)) {
            both.send(both.sqs, both.sqs.createTextMessage("one"));
            both.send(both.amqp, both.amqp.createTextMessage("two"));
            MessageConsumer consumer = both.consumer(both.sqs);
            Message first = consumer.receive(PATIENCE);
            Message second = consumer.receive(PATIENCE);

            assertThat(List.of(text(first), text(second))).containsExactlyInAnyOrder("one", "two");
            await().until(() -> both.count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE) == 2);
            second.acknowledge();
            await().until(() -> both.count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE) == 0);
            await().until(() -> both.count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 0);
        }
    }

    @Test
    void whatIsNotAcknowledgedComesAgainToEither(PacketboatServer server) throws Exception {
        try (Both both = Both.of(server, Session.CLIENT_ACKNOWLEDGE)) {
            both.send(both.amqp, both.amqp.createTextMessage("again"));
            try (MessageConsumer consumer = both.consumer(both.sqs)) {
                assertThat(consumer.receive(PATIENCE).getJMSRedelivered()).isFalse();
                both.sqs.recover();
                Message again = consumer.receive(PATIENCE);
                assertThat(again.getJMSRedelivered()).isTrue();
                assertThat(again.getIntProperty("JMSXDeliveryCount")).isEqualTo(2);
                both.sqs.recover();
            }

            Message last = both.receive(both.amqp);

            assertThat(text(last)).isEqualTo("again");
            assertThat(last.getJMSRedelivered()).isTrue();
            assertThat(last.getIntProperty("JMSXDeliveryCount")).isEqualTo(3);
        }
    }

    @Test
    void aFifoQueueKeepsAGroupsOrder(PacketboatServer server) throws Exception {
        try (Both both = Both.on(TestQueue.fifo(server, Map.of()), server, SQSSession.UNORDERED_ACKNOWLEDGE)) {
            for (int i = 0; i < 3; i++) {
                TextMessage sent = both.sqs.createTextMessage("message " + i);
                sent.setStringProperty("JMSXGroupID", "group");
                sent.setStringProperty("JMS_SQS_DeduplicationId", "id-" + i);
                both.send(both.sqs, sent);
            }
            MessageConsumer consumer = both.consumer(both.sqs);

            for (int i = 0; i < 2; i++) {
                Message received = consumer.receive(PATIENCE);
                assertThat(text(received)).isEqualTo("message " + i);
                assertThat(received.getStringProperty("JMSXGroupID")).isEqualTo("group");
                assertThat(received.getStringProperty("JMS_SQS_SequenceNumber")).isNotEmpty();
                received.acknowledge();
            }
            consumer.close();
            assertThat(text(both.receive(both.amqp))).isEqualTo("message 2");
        }
    }

    private static BytesMessage bytesMessage(Session session, byte[] bytes) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(bytes);
        return message;
    }

    private static String text(Message message) throws JMSException {
        return ((TextMessage) message).getText();
    }

    private static byte[] bytes(BytesMessage message) throws JMSException {
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.readBytes(bytes);
        return bytes;
    }

    /** A session of either client on one queue. */
    private record Both(TestQueue queue, SqsClient client, List<Connection> connections, Session sqs, Session amqp)
            implements AutoCloseable {

        static Both of(PacketboatServer server, int acknowledge) throws JMSException {
            return on(TestQueue.standard(server, Map.of()), server, acknowledge);
        }

        static Both on(TestQueue queue, PacketboatServer server, int acknowledge) throws JMSException {
            SqsClient client = AwsClients.sync(SqsClient.builder(), server, "http");
            // Nothing is fetched ahead, so that what is asked for is all that is in flight.
            Connection sqs = new SQSConnectionFactory(
                            new ProviderConfiguration().withNumberOfMessagesToPrefetch(0), client)
                    .createConnection();
            Connection amqp = JmsClients.amqp(server, Transport.PLAIN).createConnection();
            sqs.start();
            amqp.start();
            return new Both(
                    queue,
                    client,
                    List.of(sqs, amqp),
                    sqs.createSession(false, acknowledge),
                    amqp.createSession(false, Session.AUTO_ACKNOWLEDGE));
        }

        long count(QueueAttributeName which) {
            return Long.parseLong(queue.attribute(which));
        }

        MessageConsumer consumer(Session session) throws JMSException {
            return session.createConsumer(session.createQueue(queue.name()));
        }

        void send(Session session, Message message) throws JMSException {
            session.createProducer(session.createQueue(queue.name())).send(message);
        }

        /** The next message, by a consumer of its own that leaves nothing behind. */
        Message receive(Session session) throws JMSException {
            try (MessageConsumer consumer = consumer(session)) {
                Message message = consumer.receive(PATIENCE);
                assertThat(message).isNotNull();
                return message;
            }
        }

        @Override
        public void close() throws JMSException {
            for (Connection connection : connections) {
                connection.close();
            }
            client.close();
            queue.close();
        }
    }
}
