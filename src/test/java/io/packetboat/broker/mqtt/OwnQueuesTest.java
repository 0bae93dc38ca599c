package io.packetboat.broker.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.Listener;
import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingBroker.TestingAccess;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.kernel.TopicName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnQueuesTest {
    private static final TopicName PRICES = new TopicName("prices");

    @TempDir
    Path directory;

    /** Artemis calls a subscription's queue by client and topic, and deletes it when the subscriber is refused. */
    @Test
    void aClientWhoseNameMakesItTheIntakesQueueNeitherReadsNorDeletesThat() throws IOException {
        EmbeddedBroker broker = new EmbeddedBroker(
                TestingBroker.config(directory),
                List.of(new Listener("mqtt", Set.of("MQTT"), "127.0.0.1", 0, "packetboat.mqtt.port", Map.of())),
                new TestingAccess(),
                List.of(),
                Clock.systemUTC());
        broker.start();
        try (TestingMqttClient publisher = client(broker, "publisher")) {
            broker.intakes().open(PRICES);
            publisher.publish("prices", 7, "hello");
            publisher.release(7);

            try (TestingMqttClient thief = client(broker, TopicIntakes.OWN_NAMES + "topic")) {
                // Refused in the answer, or by the end of the connection.
                var unused = catchThrowable(() -> thief.subscribe("prices"));
            }

            assertThat(broker.intakes().isOpen(PRICES)).isTrue();
            assertThat(broker.topicRoutes()
                            .ledgerOf(PRICES)
                            .toCompletableFuture()
                            .join()
                            .counts())
                    .isEqualTo(new DeliveryQueue.Counts(1, 0, 0));
        } finally {
            broker.stop();
        }
    }

    private static TestingMqttClient client(EmbeddedBroker broker, String name) throws IOException {
        return new TestingMqttClient(broker.port("mqtt").orElseThrow(), name, false);
    }
}
