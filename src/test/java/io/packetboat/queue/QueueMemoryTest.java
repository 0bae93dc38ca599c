package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.broker.TestingBroker;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueMemoryTest {
    private static final QueueName ORDERS = new QueueName("orders");

    @TempDir
    Path directory;

    private TestingBroker testing;
    private QueueMemory memory;

    @BeforeEach
    void start() {
        testing = TestingBroker.started(directory);
        memory = new QueueMemory(testing.broker());
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void aQueueThatAProtocolClientMadeHasSqsDefaultsWithoutRetentionAndTheNodesDeadLetterQueue() {
        sendByJms("orders");

        QueueDefinition definition = memory.definitionOf(ORDERS);
        assertThat(definition.visibilityTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(definition.delay()).isEqualTo(Duration.ZERO);
        assertThat(definition.receiveWait()).isEqualTo(Duration.ZERO);
        assertThat(definition.maximumMessageSize()).isEqualTo(1_048_576);
        assertThat(definition.retention()).isEmpty();
        assertThat(definition.redrivePolicy()).contains(new RedrivePolicy(new QueueName("DLQ"), 10));
        assertThat(definition.fifo()).isEmpty();
        assertThat(definition.attributes().createdAt()).isEmpty();
    }

    @Test
    void theNameAloneMakesAQueueFifo() {
        sendByJms("orders.fifo");

        assertThat(memory.definitionOf(new QueueName("orders.fifo")).fifo()).contains(FifoSettings.DEFAULTS);
    }

    @Test
    void thereIsNoDefinitionWithoutAQueue() {
        assertThat(memory.find(ORDERS)).isEmpty();
        assertThatThrownBy(() -> memory.definitionOf(ORDERS)).isInstanceOf(QueueNotFound.class);
        assertThat(memory.find(new QueueName("$sys.mqtt.sessions"))).isEmpty();
    }

    @Test
    void changedSettingsShowAtOnce() {
        sendByJms("orders");
        assertThat(memory.definitionOf(ORDERS).retention()).isEmpty();

        QueueSettings settings = QueueSettings.DEFAULTS
                .withRetention(Optional.of(Duration.ofHours(1)))
                .withDeadLetters(3, Optional.empty());
        testing.broker().queues().change(ORDERS, settings);

        QueueDefinition definition = memory.definitionOf(ORDERS);
        assertThat(definition.retention()).contains(Duration.ofHours(1));
        assertThat(definition.redrivePolicy()).contains(new RedrivePolicy(new QueueName("DLQ"), 3));
    }

    @Test
    void aDeletedQueueHasNoDefinitionLeft() {
        sendByJms("orders");
        assertThat(memory.find(ORDERS)).isPresent();

        testing.broker().queues().delete(ORDERS);

        assertThat(memory.find(ORDERS)).isEmpty();
    }

    private void sendByJms(String queue) {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue(queue), "hello");
        }
    }
}
