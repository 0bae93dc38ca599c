package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingBroker;
import io.packetboat.identity.AccessDenied;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.queue.QueueNotFound;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {
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
        orders = engine.create("orders");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aMessageIsSentReceivedAndDeleted() {
        MessageAttributes attributes = new MessageAttributes(Map.of(
                "colour", MessageAttributes.Text.string("red"),
                "size", new MessageAttributes.Text("Number.int", "42"),
                "price", MessageAttributes.Text.number("1.50"),
                "weight", MessageAttributes.Text.number("1.5"),
                "huge", MessageAttributes.Text.number("123456789012345678901234567890"),
                "raw", new MessageAttributes.Binary("Binary.png", new byte[] {1, 2, 3})));
        SentMessage sent = engine.send(
                orders,
                new OutgoingMessage(
                        "héllo \uD83D\uDE00",
                        attributes,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Root=1-5759e988-bd862e3fe1be46a994272793")));

        Delivery received = engine.receive(orders, 10).get(0);

        assertThat(received.id()).isEqualTo(sent.id());
        assertThat(received.body()).isEqualTo("héllo \uD83D\uDE00");
        assertThat(received.attributes().values()).usingRecursiveComparison().isEqualTo(attributes.values());
        assertThat(received.system().senderId()).contains("packetboat");
        assertThat(received.system().traceHeader()).contains("Root=1-5759e988-bd862e3fe1be46a994272793");
        assertThat(received.system().receiveCount()).isEqualTo(1);
        engine.delete(orders, received);
        await().until(() -> engine.numbers(orders).messages() == 0);
    }

    @Test
    void largeBodiesTravelWhole() {
        String large = "x".repeat(1 << 20);
        engine.send(orders, large, "é".repeat(1 << 18));

        List<Delivery> received = engine.receive(orders, 10);
        if (received.size() < 2) {
            received = List.of(received.get(0), engine.receive(orders, 10).get(0));
        }

        assertThat(received).extracting(Delivery::body).containsExactlyInAnyOrder(large, "é".repeat(1 << 18));
        received.forEach(delivery -> engine.delete(orders, delivery));
        await().until(() -> engine.numbers(orders).messages() == 0);
    }

    @Test
    void aMessageReturnsAfterItsVisibilityTimeout() {
        engine.send(orders, "first");
        assertThat(engine.receive(orders, 1, SECONDS, PATIENCE)).hasSize(1);
        assertThat(engine.receiveNow(orders, 1)).isEmpty();

        Delivery again = engine.receive(orders, 1).get(0);

        assertThat(again.system().receiveCount()).isEqualTo(2);
    }

    @Test
    void aDelayedMessageComesWhenItIsDue() {
        Instant sent = Instant.now();
        engine.send(
                orders,
                new OutgoingMessage(
                        "later",
                        MessageAttributes.NONE,
                        Optional.of(SECONDS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(engine.receiveNow(orders, 1)).isEmpty();

        assertThat(engine.receive(orders, 1)).hasSize(1);
        assertThat(Instant.now()).isAfterOrEqualTo(sent.plus(SECONDS));
    }

    @Test
    void aLongPollIsAnsweredByTheNextMessageAndACancelledOneTakesNothing() {
        CompletableFuture<List<Delivery>> cancelled = longPoll();
        CompletableFuture<List<Delivery>> waiting = longPoll();
        cancelled.cancel(false);

        engine.send(orders, "hello");

        assertThat(TestingDeliveries.done(waiting)).extracting(Delivery::body).containsExactly("hello");
    }

    private CompletableFuture<List<Delivery>> longPoll() {
        return engine.deliveries.receive(Caller.node("test"), orders, ReceiveRequest.within(1, Duration.ofSeconds(20)));
    }

    @Test
    void anExpiredHandleStillDeletes() {
        engine.send(orders, "first", "second");
        Delivery received = engine.receive(orders, 1, SECOND, PATIENCE).get(0);
        await().until(() -> engine.numbers(orders).delivering() == 0);

        engine.delete(orders, received);

        assertThat(engine.receive(orders, 10)).extracting(Delivery::body).containsExactly("second");
        await().until(() -> engine.numbers(orders).messages() == 1);
    }

    @Test
    void aMessageThatFailedTooOftenMovesToTheDeadLetterQueueWithItsAge() {
        QueueName dead = engine.create("dead");
        QueueName poisoned = engine.create("poisoned", QueueSettings.DEFAULTS.withDeadLetters(2, Optional.of("dead")));
        SentMessage sent = engine.send(poisoned, OutgoingMessage.of("poison"));

        Delivery first = engine.receive(poisoned, 1, Duration.ZERO, PATIENCE).get(0);
        Delivery second = engine.receive(poisoned, 1, SECOND, PATIENCE).get(0);
        assertThat(second.system().receiveCount()).isEqualTo(2);
        Delivery letter = engine.receive(dead, 1).get(0);

        assertThat(letter.id()).isEqualTo(sent.id());
        assertThat(letter.body()).isEqualTo("poison");
        assertThat(letter.system().sent()).isEqualTo(first.system().sent());
        assertThat(letter.system().deadLetterSource().orElseThrow().resource()).isEqualTo("poisoned");
    }

    @Test
    void aPurgeDeletesEverything() {
        engine.send(orders, "first", "second", "third");
        Delivery received = engine.receive(orders, 1).get(0);

        engine.purge(orders);

        await().until(() -> engine.numbers(orders).messages() == 0);
        engine.delete(orders, received);
        assertThat(engine.receiveNow(orders, 10)).isEmpty();
    }

    @Test
    void strangersAndUnknownQueuesAreRefused() {
        Caller stranger = new Caller(new UserName("stranger"), "192.0.2.1", Caller.Door.AWS, true);

        assertThatThrownBy(() ->
                        TestingDeliveries.done(engine.deliveries.send(stranger, orders, OutgoingMessage.of("hello"))))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> engine.send(new QueueName("missing"), "hello")).isInstanceOf(QueueNotFound.class);
        engine.send(orders, "first");
        Delivery received = engine.receive(orders, 1).get(0);
        QueueName other = engine.create("other");
        assertThatThrownBy(() -> engine.delete(other, received)).isInstanceOf(ReceiptHandleInvalid.class);
    }

    @Test
    void whatIsInFlightStaysSoOverACrashAndItsHandlesGoOn() {
        engine.send(orders, "first", "second", "third");
        Delivery first = engine.receive(orders, 1, HOUR, PATIENCE).get(0);
        Delivery second = engine.receive(orders, 1, HOUR, PATIENCE).get(0);
        Delivery third =
                engine.receive(orders, 1, Duration.ofSeconds(3), PATIENCE).get(0);

        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            assertThat(restarted.numbers(orders).messages()).isEqualTo(3);
            restarted.delete(orders, first);
            TestingDeliveries.done(restarted.changeVisibility(orders, second, Duration.ZERO));
            Set<String> received = new HashSet<>();
            await().untilAsserted(() -> {
                for (Delivery delivery : restarted.receiveNow(orders, 10)) {
                    assertThat(delivery.system().receiveCount()).isEqualTo(2);
                    assertThat(delivery.system().firstReceived())
                            .isIn(
                                    second.system().firstReceived(),
                                    third.system().firstReceived());
                    received.add(delivery.body());
                    restarted.delete(orders, delivery);
                }
                assertThat(received).containsExactlyInAnyOrder("second", "third");
            });
            await().until(() -> restarted.numbers(orders).messages() == 0);
        }
    }

    @Test
    void anExpiredHandleDeletesAfterACrashToo() {
        engine.send(orders, "first", "second");
        Delivery received = engine.receive(orders, 1, SECOND, PATIENCE).get(0);
        await().until(() -> engine.numbers(orders).delivering() == 0);

        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            restarted.delete(orders, received);

            assertThat(restarted.receive(orders, 10)).extracting(Delivery::body).containsExactly("second");
            await().until(() -> restarted.numbers(orders).messages() == 1);
        }
    }

    @Test
    void anExpiredHandleDeletesAMessageThatWaitsForItsRedelivery() {
        QueueName slow = engine.create(
                "slow",
                new QueueSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(HOUR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        engine.send(slow, "first");
        Delivery received = engine.receive(slow, 1, SECOND, PATIENCE).get(0);
        await().until(() -> engine.numbers(slow).scheduled() == 1);

        engine.delete(slow, received);

        await().until(() -> engine.numbers(slow).messages() == 0);
    }

    @Test
    void aMessageWhoseLastReceiveEndsWhileTheBrokerIsDownMovesToTheDeadLetterQueue() {
        QueueName dead = engine.create("dead");
        QueueName poisoned = engine.create("poisoned", QueueSettings.DEFAULTS.withDeadLetters(1, Optional.of("dead")));
        SentMessage sent = engine.send(poisoned, OutgoingMessage.of("poison"));
        engine.receive(poisoned, 1, SECOND, PATIENCE);
        Instant over = Instant.now().plus(SECOND);

        var killed = engine.killed(image);
        await().until(() -> Instant.now().isAfter(over));
        try (TestingDeliveries restarted = killed.get()) {
            assertThat(restarted.receive(dead, 1)).extracting(Delivery::id).containsExactly(sent.id());
            assertThat(restarted.receiveNow(poisoned, 1)).isEmpty();
        }
    }

    @Test
    void aDeletedQueueLeavesNothingBehind() {
        QueueName letters = engine.create("letters.fifo");
        engine.send(orders, "first", "second");
        engine.receive(orders, 1);
        engine.sendToGroup(letters, "g", "third");
        assertThat(engine.desks()).isEqualTo(3);

        engine.testing.broker().queues().delete(orders);
        engine.testing.broker().queues().delete(letters);

        await().until(() -> engine.desks() == 0);
    }

    @Test
    void aMarkIsForgottenWithItsMessage() {
        engine.send(orders, "first", "second");
        Delivery received = engine.receive(orders, 1, SECONDS, PATIENCE).get(0);
        assertThat(received.body()).isEqualTo("first");
        engine.delete(orders, engine.receive(orders, 1, HOUR, PATIENCE).get(0));

        try (TestingDeliveries restarted = engine.afterCrash(image)) {
            Delivery again = restarted.receive(orders, 1).get(0);

            assertThat(again.system().receiveCount()).isEqualTo(2);
            assertThat(restarted.receiveNow(orders, 1)).isEmpty();
        }
    }
}
