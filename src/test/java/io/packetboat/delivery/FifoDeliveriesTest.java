package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.QueueSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifoDeliveriesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Long enough for what must happen before it is over, on a machine that stands still now and then. */
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = TestingDeliveries.PATIENCE;

    @TempDir
    Path directory;

    @TempDir
    Path image;

    private TestingDeliveries engine;
    private QueueName orders;

    @BeforeEach
    void start() {
        engine = new TestingDeliveries(TestingBroker.config(directory));
        orders = engine.create("orders.fifo");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void groupsKeepTheirOrderAndAreLockedWhileInFlight() {
        engine.sendToGroup(orders, "a", "a1", "a2", "a3");
        engine.sendToGroup(orders, "b", "b1");

        List<Delivery> first = engine.receive(orders, 2, SECONDS, PATIENCE);
        assertThat(first).extracting(Delivery::body).containsExactly("a1", "a2");
        assertThat(first.get(0).system().group()).contains(new MessageGroupId("a"));
        assertThat(engine.receiveNow(orders, 10)).extracting(Delivery::body).containsExactly("b1");

        assertThat(engine.receive(orders, 10)).extracting(Delivery::body).containsExactly("a1", "a2", "a3");
    }

    @Test
    void aDuplicateIsAnsweredWithTheFirstMessageAlsoAfterACrash() {
        OutgoingMessage message = OutgoingMessage.of("once", new MessageGroupId("a"), new DeduplicationId("same"));
        SentMessage first = engine.send(orders, message);
        assertThat(engine.send(orders, message)).isEqualTo(first);

        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            assertThat(restarted.send(orders, message)).isEqualTo(first);
            Delivery received = restarted.receive(orders, 10).get(0);
            assertThat(received.id()).isEqualTo(first.id());
            assertThat(received.system().sequence()).isEqualTo(first.sequence());
            assertThat(received.system().deduplication()).contains(new DeduplicationId("same"));
            restarted.delete(orders, received);
            assertThat(restarted.receiveNow(orders, 10)).isEmpty();
            SentMessage next = restarted.send(
                    orders, OutgoingMessage.of("next", new MessageGroupId("a"), new DeduplicationId("other")));
            assertThat(next.sequence().orElseThrow().value())
                    .isGreaterThan(first.sequence().orElseThrow().value());
        }
    }

    @Test
    void theOrderHoldsOverACrash() {
        engine.sendToGroup(orders, "a", "a1", "a2", "a3");
        List<Delivery> received = engine.receive(orders, 2, HOUR, PATIENCE);

        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            assertThat(restarted.receiveNow(orders, 10)).isEmpty();
            TestingDeliveries.done(restarted.changeVisibility(orders, received.get(1), Duration.ZERO));
            assertThat(restarted.receiveNow(orders, 10)).isEmpty();
            TestingDeliveries.done(restarted.changeVisibility(orders, received.get(0), Duration.ZERO));

            assertThat(restarted.receive(orders, 10)).extracting(Delivery::body).containsExactly("a1", "a2", "a3");
        }
    }

    @Test
    void theOrderHoldsOverARedrive() {
        engine.create("dead.fifo");
        QueueName poisoned =
                engine.create("poisoned.fifo", QueueSettings.DEFAULTS.withDeadLetters(1, Optional.of("dead.fifo")));
        engine.sendToGroup(poisoned, "a", "a1", "a2");

        assertThat(engine.receive(poisoned, 1, SECOND, PATIENCE)).hasSize(1);

        assertThat(engine.receive(poisoned, 1)).extracting(Delivery::body).containsExactly("a2");
        assertThat(engine.receive(new QueueName("dead.fifo"), 1))
                .extracting(Delivery::body)
                .containsExactly("a1");
    }

    @Test
    void aLockedGroupOfManyDoesNotStallTheOthers() {
        engine.sendToGroup(orders, "locked", "first");
        Delivery first = engine.receive(orders, 1, HOUR, PATIENCE).get(0);
        List<OutgoingMessage> behind = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            behind.add(OutgoingMessage.of(
                    "locked " + i, new MessageGroupId("locked"), new DeduplicationId("locked " + i)));
        }
        behind.stream()
                .map(message -> engine.deliveries.send(Caller.node("test"), orders, message))
                .toList()
                .forEach(TestingDeliveries::done);
        engine.sendToGroup(orders, "free", "free 1", "free 2");

        assertThat(engine.receiveNow(orders, 1)).extracting(Delivery::body).containsExactly("free 1");
        engine.delete(orders, first);
        assertThat(engine.receiveNow(orders, 2)).extracting(Delivery::body).containsExactly("locked 0", "locked 1");
    }

    @Test
    void whatStandsBehindALockedGroupComesBackWhenItsTimeoutEndsAfterACrash() {
        engine.sendToGroup(orders, "a", "a1", "a2");
        engine.receive(orders, 1, SECONDS, PATIENCE);
        assertThat(engine.receiveNow(orders, 1)).isEmpty();

        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            assertThat(restarted.receive(orders, 10, HOUR, PATIENCE))
                    .extracting(Delivery::body)
                    .startsWith("a1");
            await().until(() -> restarted.numbers(orders).messages() == 2);
        }
    }

    @Test
    void delayedMessagesKeepTheirOrder() {
        DeliveryQueue queue = engine.testing.broker().deliveries().find(orders).orElseThrow();
        for (int i = 1; i <= 5; i++) {
            TestingDeliveries.done(queue.send(List.of(delayed("a" + i, Duration.ofMillis(4_000 + 50L * i)))));
        }
        assertThat(engine.receiveNow(orders, 10)).isEmpty();

        await().until(() -> engine.numbers(orders).scheduled() == 0);

        assertThat(engine.receive(orders, 10)).extracting(Delivery::body).containsExactly("a1", "a2", "a3", "a4", "a5");
    }

    private static MessageToSend delayed(String body, Duration delay) {
        return new MessageToSend(
                new UUID(0x1000, body.hashCode()),
                body,
                MessageAttributes.NONE,
                Instant.now(),
                delay,
                Optional.empty(),
                Optional.of(new MessageGroupId("a")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aMessageWithoutGroupOrDeduplicationIsRefused() {
        assertThatThrownBy(() -> engine.send(orders, "alone"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("MessageGroupId");
    }
}
