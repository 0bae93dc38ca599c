package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingBroker;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long queues keep their messages, on a real broker; a change of that has the queue looked through at once. */
class RetentionTest {
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    @TempDir
    Path image;

    private TestingDeliveries engine;

    @BeforeEach
    void start() {
        engine = new TestingDeliveries(TestingBroker.config(directory));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private QueueName create(Duration retention) {
        return engine.create("orders", keeping(retention));
    }

    private static QueueSettings keeping(Duration retention) {
        return QueueSettings.DEFAULTS.withRetention(Optional.of(retention));
    }

    private static void change(TestingDeliveries engine, QueueName queue, QueueSettings settings) {
        assertThat(engine.testing.broker().queues().change(queue, settings)).isTrue();
    }

    private static void awaitOlderThan(Duration age) {
        Instant then = Instant.now();
        await().until(() -> Instant.now().isAfter(then.plus(age)));
    }

    @Test
    void aShorterRetentionEndsMessagesThatAreStored() {
        QueueName orders = create(HOUR);
        engine.send(orders, "first", "second");
        awaitOlderThan(MOMENT);

        change(engine, orders, keeping(MOMENT));

        await().until(() -> engine.numbers(orders).messages() == 0);
        await().until(() -> engine.numbers(orders).expired() == 2);
    }

    @Test
    void aLongerRetentionKeepsMessagesThatAreStored() {
        QueueName orders = create(SECONDS);
        engine.send(orders, "first");
        change(engine, orders, keeping(HOUR));
        awaitOlderThan(SECONDS);

        change(engine, orders, keeping(HOUR.plus(HOUR)));

        assertThat(engine.receive(orders, 1)).extracting(Delivery::body).containsExactly("first");
    }

    @Test
    void aRetentionReachesMessagesThatOtherProtocolsSentBeforeThereWasOne() {
        QueueName orders = engine.create("orders");
        try (JMSContext jms = engine.testing.clientsOf("ada").createContext()) {
            jms.createProducer().setDisableMessageTimestamp(true).send(jms.createQueue("orders"), "no time");
            jms.createProducer().setPriority(9).send(jms.createQueue("orders"), "urgent");
            jms.createProducer().setTimeToLive(HOUR.toMillis()).send(jms.createQueue("orders"), "for an hour");
        }
        awaitOlderThan(MOMENT);
        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            change(restarted, orders, keeping(MOMENT));

            await().untilAsserted(() -> {
                change(restarted, orders, keeping(MOMENT));
                assertThat(restarted.numbers(orders).messages()).isZero();
            });
        }
    }

    @Test
    void aRetentionIsKeptOverARestart() {
        QueueName orders = create(Duration.ofSeconds(2));
        engine.send(orders, "first");
        var killed = engine.killed(image);
        awaitOlderThan(Duration.ofSeconds(2));

        try (TestingDeliveries restarted = killed.get()) {
            assertThat(restarted.receiveNow(orders, 1)).isEmpty();
            assertThat(restarted
                            .testing
                            .broker()
                            .queues()
                            .effectiveSettingsOf(orders)
                            .retention())
                    .contains(Duration.ofSeconds(2));
        }
    }

    @Test
    void aDeadLetterIsAsOldAsItWasInItsFirstQueue() {
        QueueName dead = engine.create("dead", keeping(Duration.ofSeconds(2)));
        QueueName poisoned = engine.create("poisoned", QueueSettings.DEFAULTS.withDeadLetters(1, Optional.of("dead")));
        engine.send(poisoned, "poison");
        awaitOlderThan(Duration.ofSeconds(2));
        engine.receive(poisoned, 1, Duration.ZERO, TestingDeliveries.PATIENCE);
        await().until(() -> engine.numbers(poisoned).messages() == 0);

        assertThat(engine.receiveNow(dead, 1)).isEmpty();
        change(engine, dead, keeping(MOMENT));
        await().until(() -> engine.numbers(dead).messages() == 0);
    }

    @Test
    void aMessageThatIsReceivedInTimeIsDeletedLater() {
        QueueName orders = create(HOUR);
        engine.send(orders, "first");
        List<Delivery> received = engine.receive(orders, 1);
        awaitOlderThan(MOMENT);

        change(engine, orders, keeping(MOMENT));

        engine.delete(orders, received.get(0));
        await().until(() -> engine.numbers(orders).messages() == 0);
        assertThat(engine.numbers(orders).expired()).isZero();
    }
}
