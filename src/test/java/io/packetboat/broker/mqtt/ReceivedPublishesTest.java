package io.packetboat.broker.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.Listener;
import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingBroker.TestingAccess;
import io.packetboat.broker.TestingCrash;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedPublishesTest {
    private static final String TOPIC = "prices";

    @TempDir
    Path directory;

    @Test
    void aPublishThatIsSentAgainAfterACrashIsTakenOnce() throws Exception {
        EmbeddedBroker before = started("before");
        try (JMSContext subscriber = subscriber(before);
                TestingMqttClient client = client(before, false)) {
            subscribe(subscriber);
            client.publish(TOPIC, 7, "once");
            crash();
        } finally {
            before.stop();
        }

        EmbeddedBroker after = started("after");
        try (JMSContext subscriber = subscriber(after);
                TestingMqttClient client = client(after, false)) {
            assertThat(client.isSessionPresent()).isTrue();
            client.publishAgain(TOPIC, 7, "once");
            client.release(7);

            assertThat(received(subscriber, 1)).containsExactly("once");
        } finally {
            after.stop();
        }
    }

    @Test
    void aReleasedIdentifierIsFreeForAnotherMessageAfterACrash() throws Exception {
        EmbeddedBroker before = started("before");
        try (JMSContext subscriber = subscriber(before);
                TestingMqttClient client = client(before, false)) {
            subscribe(subscriber);
            client.publish(TOPIC, 7, "first");
            client.release(7);
            crash();
        } finally {
            before.stop();
        }

        EmbeddedBroker after = started("after");
        try (JMSContext subscriber = subscriber(after);
                TestingMqttClient client = client(after, false)) {
            client.publish(TOPIC, 7, "second");
            client.release(7);

            assertThat(received(subscriber, 2)).containsExactly("first", "second");
        } finally {
            after.stop();
        }
    }

    @Test
    void aNewSessionAfterACrashKnowsNoIdentifiers() throws Exception {
        EmbeddedBroker before = started("before");
        try (JMSContext subscriber = subscriber(before);
                TestingMqttClient client = client(before, false)) {
            subscribe(subscriber);
            client.publish(TOPIC, 7, "of the old session");
            crash();
        } finally {
            before.stop();
        }

        EmbeddedBroker after = started("after");
        try (JMSContext subscriber = subscriber(after)) {
            client(after, true).close();
            try (TestingMqttClient client = client(after, false)) {
                client.publish(TOPIC, 7, "of the new session");

                assertThat(received(subscriber, 2)).containsExactly("of the old session", "of the new session");
            }
        } finally {
            after.stop();
        }
    }

    @Test
    void aKeptIdentifierReadsAsItWasWritten() {
        ClientPacket publish = new ClientPacket("Zähler:7", 65_535);

        assertThat(ClientPacket.of(publish.bytes())).isEqualTo(publish);
    }

    private EmbeddedBroker started(String name) {
        Listener mqtt = new Listener("mqtt", Set.of("MQTT"), "127.0.0.1", 0, "packetboat.mqtt.port", Map.of());
        EmbeddedBroker broker = new EmbeddedBroker(
                TestingBroker.config(directory.resolve(name)),
                List.of(TestingBroker.coreListener(0), mqtt),
                new TestingAccess(),
                List.of(),
                Clock.systemUTC());
        broker.start();
        return broker;
    }

    private static TestingMqttClient client(EmbeddedBroker broker, boolean clean) throws IOException {
        return new TestingMqttClient(broker.port("mqtt").orElseThrow(), "publisher", clean);
    }

    private static JMSContext subscriber(EmbeddedBroker broker) {
        String url = "tcp://127.0.0.1:" + broker.port("core").orElseThrow();
        JMSContext jms = new ActiveMQConnectionFactory(url, "ada", "ada").createContext();
        jms.setClientID("reader");
        return jms;
    }

    private static JMSConsumer subscribe(JMSContext jms) {
        return jms.createDurableConsumer(jms.createTopic(TOPIC), "all");
    }

    private static List<String> received(JMSContext jms, int count) throws JMSException {
        List<String> received = new ArrayList<>();
        JMSConsumer consumer = subscribe(jms);
        for (int i = 0; i < count; i++) {
            byte[] body = consumer.receive(60_000).getBody(byte[].class);
            received.add(new String(body, StandardCharsets.UTF_8));
        }
        assertThat(consumer.receive(500)).isNull();
        return received;
    }

    private void crash() throws IOException {
        TestingCrash.copy(directory.resolve("before"), directory.resolve("after"));
    }
}
