package io.packetboat.delivery;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.queue.QueueAttributes;
import io.packetboat.queue.QueueDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A desk at a queue in memory, on a clock that stands still until a test moves it. */
final class TestingDesk {
    final TestingClock clock = new TestingClock();
    final InMemoryDeliveryQueue queue;
    Deadlines deadlines = new Deadlines(clock);
    private final QueueDefinition definition;
    private final DeskLimits limits;
    private final AsideMemory memory;
    private QueueDesk desk;
    private SendingDesk sending;

    TestingDesk(String name) {
        this(name, DeskLimits.DEFAULT);
    }

    TestingDesk(String name, DeskLimits limits) {
        this(name, limits, AsideMemory.ofThisProcess());
    }

    TestingDesk(String name, DeskLimits limits, AsideMemory memory) {
        this.queue = new InMemoryDeliveryQueue(name, clock);
        this.limits = limits;
        this.memory = memory;
        QueueName queueName = new QueueName(name);
        this.definition = new QueueDefinition(
                queueName, QueueAttributes.defaultsOf(queueName), Optional.empty(), Optional.empty());
        this.desk = open();
        this.sending = new SendingDesk(queue, deadlines, clock);
    }

    private QueueDesk open() {
        Reading reading = new Reading(new Region("us-east-1"), new AccountId("000000000000"));
        boolean fifo = definition.fifo().isPresent();
        return new QueueDesk(queue, new DeskSetup(fifo, limits, memory, deadlines, clock, reading), () -> {});
    }

    /** The broker is killed and starts again at once. */
    void crash() {
        crash(Duration.ZERO);
    }

    /** The broker is killed and starts again so much later. */
    void crash(Duration down) {
        clock.advance(down);
        queue.crash();
        deadlines = new Deadlines(clock);
        desk = open();
        sending = new SendingDesk(queue, deadlines, clock);
        desk.attach();
    }

    QueueDesk desk() {
        return desk;
    }

    SentMessage send(OutgoingMessage message) {
        return done(sending.send("ada", definition, List.of(message)).get(0));
    }

    SentMessage send(String body) {
        return send(OutgoingMessage.of(body));
    }

    /** To a FIFO queue, with a deduplication id that is never used again. */
    SentMessage send(String group, String body) {
        return send(
                OutgoingMessage.of(body, new MessageGroupId(group), new DeduplicationId("once-" + queue.nextNumber())));
    }

    /** To a standard queue. */
    void sendAs(String tenant, String body) {
        send(new OutgoingMessage(
                body,
                OutgoingMessage.of(body).attributes(),
                Optional.empty(),
                Optional.of(new MessageGroupId(tenant)),
                Optional.empty(),
                Optional.empty()));
    }

    List<Delivery> receive(int max) {
        return done(desk.receive(ReceiveRequest.now(max), Duration.ofSeconds(30), Duration.ZERO));
    }

    List<String> bodies(int max) {
        return receive(max).stream().map(Delivery::body).toList();
    }

    CompletableFuture<List<Delivery>> receiveLater(int max) {
        return desk.receive(ReceiveRequest.now(max), Duration.ofSeconds(30), Duration.ofSeconds(20));
    }

    void delete(Delivery delivery) {
        done(desk.delete(List.of(delivery.handle())).get(0));
    }

    CompletionStage<Void> changeVisibility(Delivery delivery, Duration timeout) {
        return desk.changeVisibility(Receipt.of(delivery.handle(), queue.id()), delivery.handle(), timeout);
    }

    void pass(Duration time) {
        clock.advance(time);
        queue.timePassed();
        while (deadlines.runDue() > 0) {
            queue.timePassed();
        }
    }

    static <T> T done(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            throw new AssertionError("not answered yet");
        }
        return future.join();
    }
}
