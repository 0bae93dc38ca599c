package io.packetboat.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingBroker;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.figure.Snapshot.Series;
import io.packetboat.identity.AccessDenied;
import io.packetboat.identity.TestingRights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.UserName;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    @TempDir
    Path directory;

    private final TestingClock clock = new TestingClock();
    private TestingBroker testing;

    @BeforeEach
    void start() {
        testing = TestingBroker.started(directory);
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void aQueueTellsWhatItHoldsAndWhatWentThroughIt() throws JMSException {
        Figures figures = figures(10);

        send("orders", 10);
        receive("orders", 4);

        await().untilAsserted(() -> {
            Snapshot now = figures.refreshed();
            assertThat(queue(now, "messages", "orders")).isEqualTo(6);
            assertThat(queue(now, "messages_added_total", "orders")).isEqualTo(10);
            assertThat(queue(now, "messages_acknowledged_total", "orders")).isEqualTo(4);
            assertThat(queue(now, "messages", "(other)")).isZero();
            assertThat(protocol(now, "messages_received_total", "core")).isEqualTo(10);
            assertThat(protocol(now, "logins_accepted_total", "core")).isPositive();
            assertThat(protocol(now, "messages_received_total", "amqp")).isZero();
        });
    }

    @Test
    void queuesBeyondTheBoundAreSummedUp() throws JMSException {
        Figures figures = figures(1);

        send("first", 1);
        send("second", 2);
        send("third", 3);

        await().untilAsserted(() -> {
            Snapshot now = figures.refreshed();
            // The dead-letter queue is older than any queue that a client makes.
            assertThat(now.value(new Series("packetboat_queue_messages", label("queue", "second"))))
                    .isNaN();
            assertThat(queue(now, "messages", "(other)")).isEqualTo(6);
            assertThat(queue(now, "messages_added_total", "(other)")).isEqualTo(6);
        });
    }

    @Test
    void aSnapshotServesForASecond() throws JMSException {
        Figures figures = figures(10);
        Snapshot first = figures.current();
        send("orders", 1);

        assertThat(figures.current()).isSameAs(first);

        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(1));
            assertThat(queue(figures.current(), "messages", "orders")).isEqualTo(1);
        });
    }

    @Test
    void aRefusedLoginIsCountedWithItsProtocol() {
        testing.access().refuseLoginsOf("mallory");

        assertThatThrownBy(() -> testing.clientsOf("mallory").createContext())
                .isInstanceOf(JMSSecurityRuntimeException.class);

        await().untilAsserted(() -> assertThat(protocol(figures(10).refreshed(), "logins_refused_total", "core"))
                .isEqualTo(1));
    }

    @Test
    void aUserWithoutTheRightReadsNothing() {
        Caller stranger = new Caller(new UserName("stranger"), "192.0.2.1", Caller.Door.ADMIN);

        assertThatThrownBy(() -> figures(10).current(stranger)).isInstanceOf(AccessDenied.class);
    }

    private Figures figures(int maxQueues) {
        return new Figures(
                testing.broker(),
                new NotificationCounts(),
                new FigureConfig(maxQueues),
                TestingRights.ofTheNodeAlone(),
                TestingRights.config(directory),
                clock);
    }

    private void send(String queue, int messages) {
        try (JMSContext context = testing.clientsOf("alice").createContext()) {
            for (int i = 0; i < messages; i++) {
                context.createProducer().send(context.createQueue(queue), "text");
            }
        }
    }

    private void receive(String queue, int messages) throws JMSException {
        try (JMSContext context = testing.clientsOf("alice").createContext(JMSContext.CLIENT_ACKNOWLEDGE)) {
            var consumer = context.createConsumer(context.createQueue(queue));
            for (int i = 0; i < messages; i++) {
                consumer.receive(60_000).acknowledge();
            }
        }
    }

    private static double queue(Snapshot snapshot, String figure, String queue) {
        return snapshot.value(new Series("packetboat_queue_" + figure, label("queue", queue)));
    }

    private static double protocol(Snapshot snapshot, String figure, String protocol) {
        return snapshot.value(new Series("packetboat_" + figure, label("protocol", protocol)));
    }

    private static Optional<Sample.Label> label(String name, String value) {
        return Optional.of(new Sample.Label(name, value));
    }
}
