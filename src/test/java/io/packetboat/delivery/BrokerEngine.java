package io.packetboat.delivery;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The engine on a real broker, on the system's clock.
 *
 * <p>The model's time stands while steps are done and moves by half seconds. What lasts a second for the model lasts a
 * quarter less here, so that it ends between two such moments, and no step is near it as long as the machine keeps up.
 */
final class BrokerEngine implements TestedEngine {
    private static final Duration EARLIER = Duration.ofMillis(250);
    private static final Duration AT_MOST = Duration.ofMillis(230);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long GRACE_NANOS = 50_000_000;
    private static final long GLANCE_NANOS = 500_000;

    private final TestingDeliveries testing;
    private final QueueName main;
    private final QueueName dead;
    private final Instant began = Instant.EPOCH;
    private final long start = System.nanoTime();
    private Duration passed = Duration.ZERO;

    /** The machine was too slow to tell what is right. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    BrokerEngine(TestingDeliveries testing, String name, boolean fifo, int maxReceives) {
        this.testing = testing;
        String ending = fifo ? ".fifo" : "";
        this.dead = testing.create(name + "-dead" + ending);
        this.main = testing.create(
                name + ending, QueueSettings.DEFAULTS.withDeadLetters(maxReceives, Optional.of(dead.value())));
    }

    @Override
    public Instant now() {
        return began.plus(passed);
    }

    @Override
    public Duration seconds(int seconds) {
        return seconds == 0 ? Duration.ZERO : Duration.ofSeconds(seconds).minus(EARLIER);
    }

    @Override
    public List<CompletionStage<SentMessage>> send(List<OutgoingMessage> messages) {
        var outcomes = testing.deliveries.sendBatch(TestingDeliveries.NODE, main, messages);
        return IntStream.range(0, messages.size())
                .mapToObj(i -> outcomes.thenApply(all -> ((SendOutcome.Sent) all.get(i)).message()))
                .toList();
    }

    @Override
    public CompletableFuture<List<Delivery>> receive(
            boolean fromDeadLetters, int max, Duration visibility, Duration wait, Optional<String> attempt) {
        ReceiveRequest request = new ReceiveRequest(max, Optional.of(visibility), Optional.of(wait), attempt);
        return testing.deliveries.receive(TestingDeliveries.NODE, queue(fromDeadLetters), request);
    }

    @Override
    public CompletionStage<Void> delete(boolean fromDeadLetters, ReceiptHandle handle) {
        return testing.deliveries.delete(TestingDeliveries.NODE, queue(fromDeadLetters), handle);
    }

    @Override
    public CompletionStage<Void> changeVisibility(boolean fromDeadLetters, ReceiptHandle handle, Duration timeout) {
        return testing.deliveries.changeVisibility(TestingDeliveries.NODE, queue(fromDeadLetters), handle, timeout);
    }

    @Override
    public CompletionStage<Void> purge() {
        return testing.deliveries.purge(TestingDeliveries.NODE, main);
    }

    private QueueName queue(boolean fromDeadLetters) {
        return fromDeadLetters ? dead : main;
    }

    @Override
    public boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
        return true;
    }

    @Override
    public void advance(Duration step) {
        requirePunctual();
        passed = passed.plus(step);
        for (long left = left(); left > 0; left = left()) {
            LockSupport.parkNanos(left);
        }
        requirePunctual();
    }

    /** The engine's timer takes a moment, and so does a move to the dead letters. */
    @Override
    public void settle() {
        LockSupport.parkNanos(GRACE_NANOS);
    }

    private long left() {
        return start + passed.toNanos() - System.nanoTime();
    }

    private void requirePunctual() {
        if (isLate()) {
            throw new TooSlow();
        }
    }

    /** Whether something may be over by now that is not for the model. */
    boolean isLate() {
        return -left() > AT_MOST.toNanos();
    }

    @Override
    public void crash(Duration down) {
        throw new UnsupportedOperationException("tested with a process of its own");
    }
}
