package io.packetboat.delivery;

import static io.packetboat.delivery.TestingDesk.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class FifoDeskTest {
    private static final MessageGroupId GROUP = new MessageGroupId("a");

    private final TestingDesk desk = new TestingDesk("orders.fifo");

    @Test
    void aGroupIsLockedWhileSomethingOfItIsInFlight() {
        desk.send("a", "a1");
        desk.send("a", "a2");
        desk.send("b", "b1");
        desk.send("a", "a3");

        List<Delivery> first = desk.receive(1);
        assertThat(first).extracting(Delivery::body).containsExactly("a1");
        assertThat(desk.bodies(10)).containsExactly("b1");
        assertThat(desk.receive(10)).isEmpty();

        desk.delete(first.get(0));
        assertThat(desk.bodies(10)).containsExactly("a2", "a3");
    }

    @Test
    void oneReceiveMayTakeSeveralOfAGroup() {
        for (int i = 0; i < 12; i++) {
            desk.send("a", "a" + i);
        }

        assertThat(desk.bodies(10)).hasSize(10).startsWith("a0", "a1", "a2").endsWith("a9");
        assertThat(desk.receive(10)).isEmpty();
    }

    @Test
    void aGroupGoesOnWithItsFirstMessageAfterATimeout() {
        desk.send("a", "a1");
        desk.send("a", "a2");
        desk.send("a", "a3");
        List<Delivery> received = desk.receive(2);
        desk.delete(received.get(1));

        desk.pass(Duration.ofSeconds(30));

        assertThat(desk.bodies(10)).containsExactly("a1", "a3");
    }

    @Test
    void theOrderHoldsOverACrash() {
        desk.send("a", "a1");
        desk.send("a", "a2");
        desk.send("b", "b1");
        List<Delivery> received = desk.receive(1);

        desk.crash();
        assertThat(desk.bodies(10)).containsExactly("b1");
        desk.delete(received.get(0));

        assertThat(desk.bodies(10)).containsExactly("a2");
    }

    @Test
    void theOrderHoldsOverATimeoutAfterACrash() {
        desk.send("a", "a1");
        desk.send("a", "a2");
        desk.receive(1);
        desk.crash();

        desk.pass(Duration.ofSeconds(30));

        assertThat(desk.bodies(10)).containsExactly("a1", "a2");
    }

    @Test
    void aMessageThatFailedTooOftenLetsItsGroupGoOn() {
        InMemoryDeliveryQueue deadLetters = new InMemoryDeliveryQueue("dead.fifo", desk.clock);
        desk.queue.redrive(1, deadLetters);
        desk.send("a", "a1");
        desk.send("a", "a2");

        assertThat(desk.bodies(1)).containsExactly("a1");
        desk.pass(Duration.ofSeconds(30));

        assertThat(deadLetters.bodies()).containsExactly("a1");
        assertThat(desk.bodies(1)).containsExactly("a2");
    }

    @Test
    void anExpiredHandleIsRefused() {
        desk.send("a", "a1");
        Delivery received = desk.receive(1).get(0);
        desk.pass(Duration.ofSeconds(30));

        assertThatThrownBy(() -> desk.delete(received)).hasCauseInstanceOf(ReceiptHandleExpired.class);
        Delivery again = desk.receive(1).get(0);
        assertThatThrownBy(() -> desk.delete(received)).hasCauseInstanceOf(ReceiptHandleExpired.class);
        desk.delete(again);
        desk.delete(again);
    }

    @Test
    void aLockedGroupOfManyIsPassedByOnce() {
        desk.send("locked", "first");
        Delivery first = desk.receive(1).get(0);
        for (int i = 0; i < 5_000; i++) {
            desk.send("locked", "locked " + i);
        }
        desk.send("free", "free 1");
        desk.send("free", "free 2");

        assertThat(desk.bodies(1)).containsExactly("free 1");
        assertThat(desk.desk().aside()).isEqualTo(5_001);
        desk.delete(first);
        assertThat(desk.bodies(2)).containsExactly("locked 0", "locked 1");
    }

    @Test
    void beyondTheLookAheadMessagesStayInTheQueueAndAreOfferedAgain() {
        TestingDesk small = new TestingDesk("orders.fifo", new DeskLimits(100, 2));
        small.send("a", "a1");
        Delivery first = small.receive(1).get(0);
        for (int i = 2; i <= 6; i++) {
            small.send("a", "a" + i);
        }
        assertThat(small.receive(1)).isEmpty();
        assertThat(small.desk().aside()).isEqualTo(2);

        small.delete(first);

        assertThat(small.bodies(3)).containsExactly("a2", "a3", "a4");
    }

    @Test
    void messagesReadFromPagesAreSetAsideUpToTheMemoryThatAllQueuesShare() {
        AsideMemory memory = new AsideMemory(3_000);
        TestingDesk orders = paged("orders.fifo", memory);
        TestingDesk parcels = paged("parcels.fifo", memory);
        Delivery lockOfOrders = orders.receive(1).get(0);
        assertThat(orders.receive(1)).isEmpty();
        Delivery lockOfParcels = parcels.receive(1).get(0);
        assertThat(parcels.receive(1)).isEmpty();
        assertThat(orders.desk().aside()).isEqualTo(3);
        assertThat(parcels.desk().aside()).isZero();

        orders.delete(lockOfOrders);
        assertThat(orders.bodies(10)).containsExactly("2", "3", "4", "5");

        assertThat(parcels.receive(1)).isEmpty();
        assertThat(parcels.desk().aside()).isEqualTo(3);
        parcels.delete(lockOfParcels);
        assertThat(parcels.bodies(10)).containsExactly("2", "3", "4", "5");
    }

    /** With five messages of one group, each of 1,000 bytes in memory. */
    private static TestingDesk paged(String name, AsideMemory memory) {
        TestingDesk desk = new TestingDesk(name, DeskLimits.DEFAULT, memory);
        desk.queue.paged(1_000);
        for (int i = 1; i <= 5; i++) {
            desk.send("a", Integer.toString(i));
        }
        return desk;
    }

    @Test
    void aWaitingReceiverGetsAGroupThatIsUnlocked() {
        desk.send("a", "a1");
        desk.send("a", "a2");
        Delivery first = desk.receive(1).get(0);
        CompletableFuture<List<Delivery>> waiting = desk.receiveLater(10);
        assertThat(waiting).isNotDone();

        desk.delete(first);

        assertThat(done(waiting)).extracting(Delivery::body).containsExactly("a2");
    }

    @Test
    void aDuplicateWithinFiveMinutesIsAnsweredWithTheFirstMessage() {
        SentMessage first = desk.send(OutgoingMessage.of("one", GROUP, new DeduplicationId("same")));
        desk.pass(Duration.ofSeconds(299));
        SentMessage second = desk.send(OutgoingMessage.of("two", GROUP, new DeduplicationId("same")));

        assertThat(second).isEqualTo(first);
        assertThat(desk.queue.bodies()).containsExactly("one");
        desk.pass(Duration.ofSeconds(1));
        SentMessage third = desk.send(OutgoingMessage.of("three", GROUP, new DeduplicationId("same")));
        assertThat(third).isNotEqualTo(first);
        assertThat(desk.queue.bodies()).containsExactly("one", "three");
    }

    @Test
    void aDuplicateIsRecognisedAfterACrash() {
        SentMessage first = desk.send(OutgoingMessage.of("one", GROUP, new DeduplicationId("same")));

        desk.crash();

        assertThat(desk.send(OutgoingMessage.of("two", GROUP, new DeduplicationId("same"))))
                .isEqualTo(first);
    }

    @Test
    void sequenceNumbersGrowAndHaveTwentyDigits() {
        SentMessage first = desk.send("a", "a1");
        SentMessage second = desk.send("b", "b1");

        assertThat(first.sequence().orElseThrow().toString()).hasSize(20);
        assertThat(second.sequence().orElseThrow().toString())
                .isGreaterThan(first.sequence().orElseThrow().toString());
        assertThat(desk.receive(1).get(0).system().sequence()).isEqualTo(first.sequence());
    }

    @Test
    void aRepeatedAttemptGetsTheSameMessagesUntilOneOfThemIsTouched() {
        desk.send("a", "a1");
        desk.send("a", "a2");
        List<Delivery> first = attempt("x");
        desk.pass(Duration.ofSeconds(20));

        assertThat(attempt("x")).isEqualTo(first);
        desk.pass(Duration.ofSeconds(20));
        assertThat(attempt("other")).isEmpty();
        desk.delete(first.get(0));

        assertThat(attempt("x")).isEmpty();
    }

    @Test
    void anExpiredHandleOfABatchFailsAlone() {
        desk.send("a", "a1");
        desk.send("b", "b1");
        ReceiptHandle expired = desk.receive(1).get(0).handle();
        desk.pass(Duration.ofSeconds(30));
        List<Delivery> again = desk.receive(10);
        assertThat(again).extracting(Delivery::body).containsExactly("a1", "b1");

        List<CompletionStage<Void>> deleted =
                desk.desk().delete(List.of(expired, again.get(1).handle()));

        assertThatThrownBy(() -> done(deleted.get(0))).hasCauseInstanceOf(ReceiptHandleExpired.class);
        done(deleted.get(1));
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.bodies(10)).containsExactly("a1");
    }

    private List<Delivery> attempt(String id) {
        ReceiveRequest request = new ReceiveRequest(10, Optional.empty(), Optional.of(Duration.ZERO), Optional.of(id));
        return done(desk.desk().receive(request, Duration.ofSeconds(30), Duration.ZERO));
    }
}
