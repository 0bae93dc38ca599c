package io.packetboat.broker.fanout;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.QueueSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A broker whose published messages a test takes and hands on. */
final class TestingFanOut implements AutoCloseable, IntakeReader {
    final TestingBroker testing;
    private final LinkedBlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

    /** What was offered. */
    record Taken(TopicIntake intake, HeldPublication publication) {
        Publication read() {
            return publication.read().orElseThrow();
        }
    }

    TestingFanOut(BrokerConfig config) {
        testing = new TestingBroker(config);
        testing.broker().start();
    }

    EmbeddedBroker broker() {
        return testing.broker();
    }

    /** Begins to take. */
    TestingFanOut reading() {
        broker().intakes().read(this);
        return this;
    }

    @Override
    public boolean offer(TopicIntake intake, HeldPublication publication) {
        return taken.add(new Taken(intake, publication));
    }

    @Override
    public void closed(TopicIntake intake) {
        taken.removeIf(item -> item.intake() == intake);
    }

    Taken next() {
        try {
            Taken next = taken.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was published");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isIdle() {
        return taken.isEmpty();
    }

    QueueName queue(String name) {
        QueueName queue = new QueueName(name);
        broker().queues().create(queue, QueueSettings.DEFAULTS, false, Optional.empty());
        return queue;
    }

    QueueCopy copy(QueueName queue, String body) {
        return new QueueCopy(broker().deliveries().find(queue).orElseThrow(), message(body));
    }

    static MessageToSend message(String body) {
        return message(body, MessageAttributes.NONE);
    }

    static MessageToSend message(String body, MessageAttributes attributes) {
        return new MessageToSend(
                new UUID(UUID.randomUUID().getMostSignificantBits() & ~0xF000L | 0x1000L, Long.MIN_VALUE + 1),
                body,
                attributes,
                Instant.now(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    long count(QueueName queue) {
        return broker().queues().find(queue).orElseThrow().numbers().messages();
    }

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes the next message and hands it on. */
    void handOn(Taken next, QueueCopy... copies) {
        done(next.intake().handOn(next.publication(), List.of(copies)));
    }

    @Override
    public void close() {
        testing.close();
    }
}
