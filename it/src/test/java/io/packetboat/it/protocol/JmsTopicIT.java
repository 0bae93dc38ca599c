package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics as JMS applications rely on them, with each client. */
@ExtendWith(SharedServer.class)
class JmsTopicIT {
    private static final long SOON = 60_000;
    private static final long NOTHING = 300;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everySubscriberGetsItsCopy(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = connected(client, server, "")) {
            Session session = connection.createSession();
            Topic topic = session.createTopic(unique("jms"));
            MessageConsumer first = session.createConsumer(topic);
            MessageConsumer second = session.createConsumer(topic, "colour = 'red'");
            Message message = session.createTextMessage("to all");
            message.setStringProperty("colour", "blue");

            session.createProducer(topic).send(message);

            assertThat(text(first.receive(SOON))).isEqualTo("to all");
            assertThat(second.receive(NOTHING)).isNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void durableSubscriptionCollectsWhileItsClientIsAway(JmsClient client, PacketboatServer server) throws Exception {
        String id = unique("client");
        String topic = unique("jms");
        try (Connection connection = connected(client, server, id)) {
            Session session = connection.createSession();
            session.createDurableSubscriber(session.createTopic(topic), "news").close();
        }
        try (Connection connection = connected(client, server, "")) {
            Session session = connection.createSession();
            session.createProducer(session.createTopic(topic)).send(session.createTextMessage("meanwhile"));
        }

        try (Connection connection = connected(client, server, id)) {
            Session session = connection.createSession();
            MessageConsumer consumer = session.createDurableSubscriber(session.createTopic(topic), "news");
            assertThat(text(consumer.receive(SOON))).isEqualTo("meanwhile");
            consumer.close();
            unsubscribe(session, "news");
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"AMQP", "CORE"}) // activemq-client has no shared subscriptions
    void sharedDurableSubscriptionDividesTheMessages(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection one = connected(client, server, "");
                Connection two = connected(client, server, "")) {
            Session first = one.createSession();
            Session second = two.createSession();
            String name = unique("jms");
            MessageConsumer left = first.createSharedDurableConsumer(first.createTopic(name), "team." + name);
            MessageConsumer right = second.createSharedDurableConsumer(second.createTopic(name), "team." + name);
            List<String> sent = IntStream.range(0, 10).mapToObj(i -> "m" + i).toList();
            List<String> got = new ArrayList<>();

            for (String text : sent) {
                first.createProducer(first.createTopic(name)).send(first.createTextMessage(text));
            }

            await().untilAsserted(() -> {
                got.addAll(drained(left));
                got.addAll(drained(right));
                assertThat(got).containsExactlyInAnyOrderElementsOf(sent);
            });
            left.close();
            right.close();
            unsubscribe(first, "team." + name);
        }
    }

    /** The server ends a consumer that was closed on a thread of its own, and a subscription with consumers stays. */
    private static void unsubscribe(Session session, String subscription) {
        await().ignoreExceptions().untilAsserted(() -> session.unsubscribe(subscription));
    }

    private static List<String> drained(MessageConsumer consumer) throws JMSException {
        List<String> texts = new ArrayList<>();
        for (Message next = consumer.receive(NOTHING); next != null; next = consumer.receive(NOTHING)) {
            texts.add(text(next));
        }
        return texts;
    }

    private static Connection connected(JmsClient client, PacketboatServer server, String id) throws Exception {
        Connection connection = client.factory(server).createConnection();
        if (!id.isEmpty()) {
            connection.setClientID(id);
        }
        connection.start();
        return connection;
    }

    private static String unique(String what) {
        return what + "." + UUID.randomUUID();
    }

    private static String text(Message message) throws JMSException {
        return message.getBody(String.class);
    }
}
