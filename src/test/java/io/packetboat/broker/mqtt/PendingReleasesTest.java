package io.packetboat.broker.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.Listener;
import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingBroker.TestingAccess;
import io.packetboat.broker.TestingCrash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingReleasesTest {
    private static final String TOPIC = "prices";

    @TempDir
    Path directory;

    @Test
    void aReleaseThatWasNotAnsweredIsSentAgainAfterACrashAndNobodyGetsItsIdentifier() throws Exception {
        int pending = leavePending();

        EmbeddedBroker after = started("after");
        try (TestingMqttClient subscriber = client(after, "subscriber");
                TestingMqttClient publisher = client(after, "publisher")) {
            assertThat(subscriber.isSessionPresent()).isTrue();
            assertThat(subscriber.released()).isEqualTo(pending);

            publisher.publish(TOPIC, 2, "second");
            assertThat(subscriber.receive(TOPIC)).isNotEqualTo(pending);
        } finally {
            after.stop();
        }
    }

    @Test
    void anAnsweredReleaseIsNotSentAgainAfterAnotherCrash() throws Exception {
        int pending = leavePending();

        EmbeddedBroker after = started("after");
        try (TestingMqttClient subscriber = client(after, "subscriber")) {
            assertThat(subscriber.released()).isEqualTo(pending);
            subscriber.complete(pending);
            crash(subscriber, "after", "later");
        } finally {
            after.stop();
        }

        EmbeddedBroker later = started("later");
        try (TestingMqttClient subscriber = client(later, "subscriber");
                TestingMqttClient publisher = client(later, "publisher")) {
            assertThat(subscriber.isSessionPresent()).isTrue();
            publisher.publish(TOPIC, 2, "second");
            subscriber.receive(TOPIC); // with no release before it
        } finally {
            later.stop();
        }
    }

    @Test
    void aReleaseThatWasAnsweredAtOnceIsNotSentAgainAfterACrash() throws Exception {
        EmbeddedBroker before = started("before");
        try (TestingMqttClient subscriber = client(before, "subscriber");
                TestingMqttClient publisher = client(before, "publisher")) {
            subscriber.complete(receiveFirst(subscriber, publisher));
            crash(subscriber, "before", "after");
        } finally {
            before.stop();
        }

        EmbeddedBroker after = started("after");
        try (TestingMqttClient subscriber = client(after, "subscriber");
                TestingMqttClient publisher = client(after, "publisher")) {
            publisher.publish(TOPIC, 2, "second");
            subscriber.receive(TOPIC); // with no release before it
        } finally {
            after.stop();
        }
    }

    @Test
    void aNewSessionAfterACrashGetsNoReleaseOfTheOldOne() throws Exception {
        leavePending();

        EmbeddedBroker after = started("after");
        try {
            int port = after.port("mqtt").orElseThrow();
            new TestingMqttClient(port, "subscriber", true).close();
            try (TestingMqttClient subscriber = client(after, "subscriber")) {
                subscriber.subscribe(TOPIC); // with no release before the answer
            }
        } finally {
            after.stop();
        }
    }

    @Test
    void aReleaseThatWasNotAnsweredIsSentAgainWhenTheClientComesBackWithoutACrash() throws Exception {
        EmbeddedBroker broker = started("before");
        try (TestingMqttClient publisher = client(broker, "publisher")) {
            int pending;
            try (TestingMqttClient subscriber = client(broker, "subscriber")) {
                pending = receiveFirst(subscriber, publisher);
                // PUBREL may come before the broker is through with PUBREC.
                subscriber.publish("other", 9, "behind it");
                subscriber.release(9);
            }

            try (TestingMqttClient subscriber = client(broker, "subscriber")) {
                assertThat(subscriber.isSessionPresent()).isTrue();
                assertThat(subscriber.released()).isEqualTo(pending);
                subscriber.complete(pending);

                for (int number = 2; number <= 3; number++) {
                    publisher.publish(TOPIC, number, "next");
                    int packet = subscriber.receive(TOPIC);
                    assertThat(subscriber.released()).isEqualTo(packet); // and no other
                    subscriber.complete(packet);
                }
            }
        } finally {
            broker.stop();
        }
    }

    /** The subscriber has a message, the broker has its PUBREC, and PUBREL was sent and never answered. */
    private int leavePending() throws Exception {
        EmbeddedBroker before = started("before");
        try (TestingMqttClient subscriber = client(before, "subscriber");
                TestingMqttClient publisher = client(before, "publisher")) {
            int packet = receiveFirst(subscriber, publisher);
            crash(subscriber, "before", "after");
            return packet;
        } finally {
            before.stop();
        }
    }

    private static int receiveFirst(TestingMqttClient subscriber, TestingMqttClient publisher) throws IOException {
        subscriber.subscribe(TOPIC);
        publisher.publish(TOPIC, 1, "first");
        int packet = subscriber.receive(TOPIC);
        assertThat(subscriber.released()).isEqualTo(packet);
        return packet;
    }

    /** When all that the broker did for this client is on the disk, as PUBREC tells. */
    private void crash(TestingMqttClient client, String from, String to) throws IOException {
        client.publish("other", 9, "behind it");
        client.release(9);
        TestingCrash.copy(directory.resolve(from), directory.resolve(to));
    }

    private EmbeddedBroker started(String name) {
        Listener mqtt = new Listener("mqtt", Set.of("MQTT"), "127.0.0.1", 0, "packetboat.mqtt.port", Map.of());
        EmbeddedBroker broker = new EmbeddedBroker(
                TestingBroker.config(directory.resolve(name)),
                List.of(mqtt),
                new TestingAccess(),
                List.of(),
                Clock.systemUTC());
        broker.start();
        return broker;
    }

    private static TestingMqttClient client(EmbeddedBroker broker, String name) throws IOException {
        return new TestingMqttClient(broker.port("mqtt").orElseThrow(), name, false);
    }
}
