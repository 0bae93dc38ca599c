package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queues as JMS applications rely on them, with each client. */
@ExtendWith(SharedServer.class)
class JmsQueueIT {
    private static final long SOON = 60_000;
    private static final long NOTHING = 300;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void selectorPicksMessagesByProperty(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();
            Queue queue = queue(session);
            MessageProducer producer = session.createProducer(queue);
            for (int i = 0; i < 4; i++) {
                TextMessage message = session.createTextMessage("m" + i);
                message.setIntProperty("number", i);
                message.setStringProperty("parity", i % 2 == 0 ? "even" : "odd");
                producer.send(message);
            }

            MessageConsumer consumer = session.createConsumer(queue, "parity = 'odd' AND number > 1");

            assertThat(text(consumer.receive(SOON))).isEqualTo("m3");
            assertThat(consumer.receive(NOTHING)).isNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void brokenSelectorIsAnErrorForTheClient(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();
            Queue queue = queue(session);

            assertThatThrownBy(() -> session.createConsumer(queue, "colour = = 'red' AND ((("))
                    .isInstanceOf(JMSException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void rollbackUndoesSendsAndReceipts(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            Queue queue = queue(session);
            MessageProducer producer = session.createProducer(queue);
            producer.send(session.createTextMessage("kept"));
            session.commit();

            producer.send(session.createTextMessage("undone"));
            MessageConsumer consumer = session.createConsumer(queue);
            assertThat(text(consumer.receive(SOON))).isEqualTo("kept");
            session.rollback();

            Message again = consumer.receive(SOON);
            assertThat(text(again)).isEqualTo("kept");
            assertThat(again.getJMSRedelivered()).isTrue();
            assertThat(again.getIntProperty("JMSXDeliveryCount")).isEqualTo(2);
            session.commit();
            assertThat(consumer.receive(NOTHING)).isNull();
        }
    }

    /** Above 100 KiB AMQP and Core send in pieces, and the broker keeps the message in a file. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void largeMessageThatWasRolledBackIsMarkedToo(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            Queue queue = queue(session);
            session.createProducer(queue).send(session.createTextMessage("x".repeat(150_000)));
            session.commit();

            MessageConsumer consumer = session.createConsumer(queue);
            assertThat(consumer.receive(SOON).getJMSRedelivered()).isFalse();
            session.rollback();
            assertThat(consumer.receive(SOON).getJMSRedelivered()).isTrue();
            session.rollback();

            Message again = consumer.receive(SOON);
            assertThat(again.getJMSRedelivered()).isTrue();
            assertThat(again.getIntProperty("JMSXDeliveryCount")).isEqualTo(3);
            session.commit();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void higherPriorityOvertakesLower(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();
            Queue queue = queue(session);
            MessageProducer producer = session.createProducer(queue);
            for (int priority : List.of(1, 9, 4)) {
                producer.send(
                        session.createTextMessage("p" + priority),
                        DeliveryMode.PERSISTENT,
                        priority,
                        Message.DEFAULT_TIME_TO_LIVE);
            }

            MessageConsumer consumer = session.createConsumer(queue);

            assertThat(List.of(
                            text(consumer.receive(SOON)), text(consumer.receive(SOON)), text(consumer.receive(SOON))))
                    .containsExactly("p9", "p4", "p1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void messageBeyondItsTimeToLiveIsNotDelivered(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();
            Queue queue = queue(session);
            MessageProducer producer = session.createProducer(queue);
            producer.setTimeToLive(1);
            producer.send(session.createTextMessage("stale"));
            producer.setTimeToLive(0);
            producer.send(session.createTextMessage("fresh"));

            MessageConsumer consumer = session.createConsumer(queue);

            assertThat(text(consumer.receive(SOON))).isEqualTo("fresh");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"AMQP", "CORE"})
    void deliveryDelayHoldsAMessageBack(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();
            Queue queue = queue(session);
            MessageProducer producer = session.createProducer(queue);
            producer.setDeliveryDelay(1_000);
            long sent = System.nanoTime();
            producer.send(session.createTextMessage("later"));

            Message message = session.createConsumer(queue).receive(SOON);

            assertThat(text(message)).isEqualTo("later");
            assertThat(System.nanoTime() - sent).isGreaterThan(900_000_000L);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void messageGroupStaysWithOneConsumer(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server);
                Connection other = connected(client, server)) {
            Session session = connection.createSession();
            Session otherSession = other.createSession();
            Queue queue = queue(session);
            MessageConsumer first = session.createConsumer(queue);
            MessageConsumer second = otherSession.createConsumer(queue);
            MessageProducer producer = session.createProducer(queue);
            for (int i = 0; i < 10; i++) {
                TextMessage message = session.createTextMessage("g" + i);
                message.setStringProperty("JMSXGroupID", "one");
                producer.send(message);
            }

            Message head = null;
            boolean isFirst = false;
            for (long end = System.nanoTime() + SOON * 1_000_000; head == null && System.nanoTime() < end; ) {
                isFirst = !isFirst;
                head = (isFirst ? first : second).receive(NOTHING);
            }
            MessageConsumer owner = isFirst ? first : second;
            MessageConsumer idle = isFirst ? second : first;
            List<String> got = new ArrayList<>(List.of(text(head)));
            while (got.size() < 10) {
                got.add(text(owner.receive(SOON)));
            }

            assertThat(got).containsExactly("g0", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9");
            assertThat(idle.receive(NOTHING)).isNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void requestIsAnsweredOnATemporaryQueue(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection asking = connected(client, server);
                Connection answering = connected(client, server)) {
            Session asker = asking.createSession();
            Session answerer = answering.createSession();
            Queue queue = queue(asker);
            TemporaryQueue replies = asker.createTemporaryQueue();
            Message request = asker.createTextMessage("question");
            request.setJMSReplyTo(replies);
            request.setJMSCorrelationID("q-1");
            asker.createProducer(queue).send(request);

            Message question = answerer.createConsumer(queue).receive(SOON);
            Message answer = answerer.createTextMessage("answer to " + text(question));
            answer.setJMSCorrelationID(question.getJMSCorrelationID());
            answerer.createProducer(question.getJMSReplyTo()).send(answer);

            Message reply = asker.createConsumer(replies).receive(SOON);
            assertThat(text(reply)).isEqualTo("answer to question");
            assertThat(reply.getJMSCorrelationID()).isEqualTo("q-1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void messageThatFailsTenTimesEndsInTheDeadLetterQueue(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            Queue queue = queue(session);
            session.createProducer(queue).send(session.createTextMessage("poison " + queue.getQueueName()));
            session.commit();
            MessageConsumer consumer = session.createConsumer(queue);
            failToTheEnd(client, session, consumer);
            assertThat(consumer.receive(NOTHING)).isNull();
            consumer.close();
            Message dead = deadLetter(session, queue.getQueueName());

            assertThat(text(dead)).isEqualTo("poison " + queue.getQueueName());
            session.commit();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void deadLetterTellsItsReasonToEveryClient(JmsClient client, PacketboatServer server) throws Exception {
        // OpenWire's client counts by itself, and refuses the message in the end.
        String reason = client == JmsClient.OPENWIRE ? "Rejected" : "MaxDeliveryAttempts";
        String name = unique("why");
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            Queue queue = session.createQueue(name);
            session.createProducer(queue).send(session.createTextMessage("why " + name));
            session.commit();
            failToTheEnd(client, session, session.createConsumer(queue));
        }

        for (JmsClient reader : JmsClient.values()) {
            try (Connection connection = connected(reader, server)) {
                Session session = connection.createSession(Session.SESSION_TRANSACTED);

                Message dead = deadLetter(session, name);

                assertThat(dead.getStringProperty("PACKETBOAT_DLQ_REASON"))
                        .as("read with " + reader)
                        .isEqualTo(reason);
                if (client == JmsClient.CORE && reader == JmsClient.CORE) {
                    assertThat(dead.getStringProperty("_AMQ_ORIG_QUEUE")).isEqualTo(name);
                }
                session.rollback();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void queueKeepsItsMessagesWithoutAnyClient(JmsClient client, PacketboatServer server) throws Exception {
        String name = unique("survivor");
        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();
            session.createConsumer(session.createQueue(name)).close();
            session.createProducer(session.createQueue(name)).send(session.createTextMessage("still here"));
        }

        try (Connection connection = connected(client, server)) {
            Session session = connection.createSession();

            await().until(() -> browse(session, name).size() == 1);
            assertThat(text(session.createConsumer(session.createQueue(name)).receive(SOON)))
                    .isEqualTo("still here");
        }
    }

    private static List<?> browse(Session session, String queue) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            return Collections.list(browser.getEnumeration());
        }
    }

    /** OpenWire's client gives up by itself after 6 redeliveries, unless told to leave that to the server. */
    private static void failToTheEnd(JmsClient client, Session session, MessageConsumer consumer) throws JMSException {
        int attempts = client == JmsClient.OPENWIRE ? 7 : 10;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            assertThat(consumer.receive(SOON)).as("attempt " + attempt).isNotNull();
            session.rollback();
        }
    }

    private static Message deadLetter(Session session, String queue) throws JMSException {
        MessageConsumer consumer = session.createConsumer(session.createQueue("DLQ"));
        for (Message dead = consumer.receive(SOON); dead != null; dead = consumer.receive(SOON)) {
            if (text(dead).endsWith(queue)) {
                return dead;
            }
        }
        throw new AssertionError("Not in the dead-letter queue: the message of " + queue);
    }

    private static Connection connected(JmsClient client, PacketboatServer server) throws Exception {
        Connection connection = client.factory(server).createConnection();
        connection.start();
        return connection;
    }

    private static Queue queue(Session session) throws JMSException {
        return session.createQueue(unique("jms"));
    }

    private static String unique(String what) {
        return what + "." + UUID.randomUUID();
    }

    private static String text(Message message) throws JMSException {
        return message.getBody(String.class);
    }
}
