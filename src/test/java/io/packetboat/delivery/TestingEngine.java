package io.packetboat.delivery;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TestingClock;
import io.packetboat.queue.QueueAttributes;
import io.packetboat.queue.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The engine with a queue and its dead-letter queue in memory, a clock that stands, and threads that a test runs. */
final class TestingEngine implements TestedEngine {
    private final TestingClock clock = new TestingClock();
    private final InMemoryThreads threads = new InMemoryThreads();
    private final DeskLimits limits;
    private final boolean fifo;
    private final AtomicLong numbers = new AtomicLong();
    private final TestingDeliveryQueue deadQueue;
    private final TestingDeliveryQueue mainQueue;
    private Deadlines deadlines;
    private End main;
    private End dead;

    /** One queue with the desks in front of it. */
    record End(TestingDeliveryQueue queue, QueueDesk desk, SendingDesk sending) {}

    TestingEngine(boolean fifo, DeskLimits limits, int maxReceives) {
        this.fifo = fifo;
        this.limits = limits;
        String ending = fifo ? ".fifo" : "";
        deadQueue = new TestingDeliveryQueue(new QueueName("dead" + ending), clock, threads, numbers, Optional.empty());
        mainQueue = new TestingDeliveryQueue(
                new QueueName("main" + ending),
                clock,
                threads,
                numbers,
                Optional.of(new TestingDeliveryQueue.DeadLetters(deadQueue, maxReceives)));
        deadlines = new Deadlines(clock);
        main = open(mainQueue);
        dead = open(deadQueue);
    }

    private End open(TestingDeliveryQueue queue) {
        Reading reading = new Reading(new Region("us-east-1"), new AccountId("000000000000"));
        DeskSetup setup = new DeskSetup(fifo, limits, AsideMemory.ofThisProcess(), deadlines, clock, reading);
        return new End(queue, new QueueDesk(queue, setup, () -> {}), new SendingDesk(queue, deadlines, clock));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Override
    public void advance(Duration step) {
        clock.advance(step);
        settle();
    }

    @Override
    public boolean await(BooleanSupplier condition) {
        settle();
        return condition.getAsBoolean();
    }

    @Override
    public List<CompletionStage<SentMessage>> send(List<OutgoingMessage> messages) {
        QueueDefinition definition = new QueueDefinition(
                mainQueue.name(), QueueAttributes.defaultsOf(mainQueue.name()), Optional.empty(), Optional.empty());
        return main.sending.send("tester", definition, messages);
    }

    @Override
    public CompletableFuture<List<Delivery>> receive(
            boolean fromDeadLetters, int max, Duration visibility, Duration wait, Optional<String> attempt) {
        ReceiveRequest request = new ReceiveRequest(max, Optional.of(visibility), Optional.of(wait), attempt);
        return end(fromDeadLetters).desk.receive(request, visibility, wait);
    }

    @Override
    public CompletionStage<Void> delete(boolean fromDeadLetters, ReceiptHandle handle) {
        End end = end(fromDeadLetters);
        return end.desk.delete(List.of(handle)).get(0);
    }

    @Override
    public CompletionStage<Void> changeVisibility(boolean fromDeadLetters, ReceiptHandle handle, Duration timeout) {
        End end = end(fromDeadLetters);
        return end.desk.changeVisibility(Receipt.of(handle, end.queue.id()), handle, timeout);
    }

    @Override
    public CompletionStage<Void> purge() {
        return main.desk.purge();
    }

    private End end(boolean fromDeadLetters) {
        return fromDeadLetters ? dead : main;
    }

    @Override
    public void settle() {
        boolean any = true;
        while (any) {
            any = threads.runAll();
            mainQueue.runDue();
            deadQueue.runDue();
            any |= deadlines.runDue() > 0;
            any |= threads.runAll();
        }
    }

    /** What was not synced is gone. */
    @Override
    public void crash(Duration down) {
        threads.crash();
        clock.advance(down);
        deadlines = new Deadlines(clock);
        mainQueue.crash();
        deadQueue.crash();
        main = open(mainQueue);
        dead = open(deadQueue);
        for (End end : List.of(main, dead)) {
            if (end.queue.hasRestored()) {
                end.desk.attach();
            }
        }
    }
}
