package io.packetboat.delivery;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.broker.TestingBroker;
import io.packetboat.identity.TestingRights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.queue.QueueMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The engine on a real broker, on the system's clock. */
final class TestingDeliveries implements AutoCloseable {
    static final Caller NODE = Caller.node("test");
    /** As long as a receive may wait. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration HIDDEN = Duration.ofMinutes(10);

    final TestingBroker testing;
    final Deliveries deliveries;
    /** Locks, and the journal's next files, which it makes under another name. */
    private static final Pattern MADE_ANEW = Pattern.compile("\\.(lock|tmp)$");

    private final Desks desks;
    private final Path directory;
    private boolean paging;

    TestingDeliveries(BrokerConfig config) {
        testing = new TestingBroker(config);
        directory = config.dataDirectory();
        QueueMemory memory = new QueueMemory(testing.broker());
        testing.broker().start();
        var identity = TestingRights.config(directory);
        desks = new Desks(testing.broker().deliveries(), identity, Clock.systemUTC());
        desks.start();
        deliveries = new Deliveries(desks, memory, TestingRights.ofTheNodeAlone(), identity);
    }

    /** A broker on what is on the disk of this one now, as if this one were killed. */
    TestingDeliveries afterCrash(Path image) {
        return killed(image).get();
    }

    /** As {@link #afterCrash}, started when it is asked for. */
    Supplier<TestingDeliveries> killed(Path image) {
        copy(directory, image);
        return () -> new TestingDeliveries(withDirectory(image));
    }

    private BrokerConfig withDirectory(Path image) {
        return paging ? pagingSoon(image) : TestingBroker.config(image);
    }

    static BrokerConfig pagingSoon(Path directory) {
        return TestingBroker.config(directory).with(new BrokerConfig.Memory(1 << 20, 256 << 10, 128 << 10));
    }

    static TestingDeliveries thatPages(Path directory) {
        TestingDeliveries pages = new TestingDeliveries(pagingSoon(directory));
        pages.paging = true;
        return pages;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!MADE_ANEW.matcher(file.toString()).find()) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many queues have a desk. */
    int desks() {
        return desks.size();
    }

    QueueName create(String name) {
        return create(name, QueueSettings.DEFAULTS);
    }

    QueueName create(String name, QueueSettings settings) {
        QueueName queue = new QueueName(name);
        testing.broker().queues().create(queue, settings, false, Optional.empty());
        return queue;
    }

    SentMessage send(QueueName queue, OutgoingMessage message) {
        return done(deliveries.send(NODE, queue, message));
    }

    void send(QueueName queue, String... bodies) {
        for (String body : bodies) {
            send(queue, OutgoingMessage.of(body));
        }
    }

    void sendToGroup(QueueName queue, String group, String... bodies) {
        for (String body : bodies) {
            send(
                    queue,
                    OutgoingMessage.of(
                            body,
                            new MessageGroupId(group),
                            new DeduplicationId(UUID.randomUUID().toString())));
        }
    }

    void sendToGroupOfStandard(QueueName queue, String group, String body) {
        send(
                queue,
                new OutgoingMessage(
                        body,
                        MessageAttributes.NONE,
                        Optional.empty(),
                        Optional.of(new MessageGroupId(group)),
                        Optional.empty(),
                        Optional.empty()));
    }

    void sendMany(QueueName queue, int count, String body) {
        List<CompletionStage<SentMessage>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(deliveries.send(NODE, queue, OutgoingMessage.of(i + " " + body)));
        }
        sent.forEach(TestingDeliveries::done);
    }

    List<Delivery> receive(QueueName queue, int max, Duration visibility, Duration wait) {
        return done(deliveries.receive(
                NODE, queue, new ReceiveRequest(max, Optional.of(visibility), Optional.of(wait), Optional.empty())));
    }

    /** Waits for the first; visible again after minutes. */
    List<Delivery> receive(QueueName queue, int max) {
        return receive(queue, max, HIDDEN, PATIENCE);
    }

    /** Without a wait. */
    List<Delivery> receiveNow(QueueName queue, int max) {
        return receive(queue, max, HIDDEN, Duration.ZERO);
    }

    void delete(QueueName queue, Delivery delivery) {
        done(deliveries.delete(NODE, queue, delivery.handle()));
    }

    void deleteBatch(QueueName queue, List<Delivery> received) {
        List<ReceiptHandle> handles = received.stream().map(Delivery::handle).toList();
        deliveries.deleteBatch(NODE, queue, handles).forEach(TestingDeliveries::done);
    }

    /** Sends a message and looks at something on the thread that answers, before anything else can happen. */
    <T> T sentThen(QueueName queue, String body, Supplier<T> look) {
        return done(deliveries.send(NODE, queue, OutgoingMessage.of(body)).thenApply(sent -> look.get()));
    }

    CompletionStage<Void> changeVisibility(QueueName queue, Delivery delivery, Duration timeout) {
        return deliveries.changeVisibility(NODE, queue, delivery.handle(), timeout);
    }

    void purge(QueueName queue) {
        done(deliveries.purge(NODE, queue));
    }

    QueueState.Numbers numbers(QueueName queue) {
        return testing.broker().queues().find(queue).orElseThrow().numbers();
    }

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(90, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        desks.stop();
        testing.close();
    }
}
