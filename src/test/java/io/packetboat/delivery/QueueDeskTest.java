package io.packetboat.delivery;

import static io.packetboat.delivery.TestingDesk.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class QueueDeskTest {
    private final TestingDesk desk = new TestingDesk("orders");

    @Test
    void aReceivedMessageIsHiddenUntilItsTimeoutAndThenCountsTwo() {
        desk.send("first");
        desk.send("second");

        Delivery received = desk.receive(1).get(0);
        assertThat(received.body()).isEqualTo("first");
        assertThat(received.system().receiveCount()).isEqualTo(1);
        assertThat(received.system().senderId()).contains("ada");
        assertThat(desk.bodies(10)).containsExactly("second");

        desk.pass(Duration.ofSeconds(29));
        assertThat(desk.receive(10)).isEmpty();
        desk.pass(Duration.ofSeconds(1));
        List<Delivery> again = desk.receive(10);
        assertThat(again).extracting(Delivery::body).containsExactly("first", "second");
        assertThat(again.get(0).system().receiveCount()).isEqualTo(2);
        assertThat(again.get(0).system().firstReceived())
                .isEqualTo(received.system().firstReceived());
        assertThat(again.get(0).id()).isEqualTo(received.id());
        assertThat(again.get(0).handle()).isNotEqualTo(received.handle());
    }

    @Test
    void aDeletedMessageNeverReturns() {
        desk.send("first");
        Delivery received = desk.receive(1).get(0);

        desk.delete(received);
        desk.delete(received);
        desk.pass(Duration.ofHours(1));

        assertThat(desk.receive(10)).isEmpty();
        assertThat(desk.queue.counts().messages()).isZero();
        assertThat(desk.deadlines.size()).isLessThanOrEqualTo(1); // that of the attachment
    }

    @Test
    void eachHandleOfABatchIsAnsweredForItself() {
        desk.send("first");
        desk.send("second");
        desk.send("third");
        List<Delivery> received = desk.receive(2);
        ReceiptHandle first = received.get(0).handle();

        List<CompletionStage<Void>> deleted = desk.desk()
                .delete(List.of(
                        first,
                        new ReceiptHandle("made up"),
                        first,
                        received.get(1).handle()));

        done(deleted.get(0));
        assertThatThrownBy(() -> done(deleted.get(1))).hasCauseInstanceOf(ReceiptHandleInvalid.class);
        done(deleted.get(2));
        done(deleted.get(3));
        desk.pass(Duration.ofHours(1));
        assertThat(desk.bodies(10)).containsExactly("third");
    }

    @Test
    void messagesOfOneBatchAreSettledTogether() {
        desk.send("first");
        desk.send("second");
        List<ReceiptHandle> handles =
                desk.receive(2).stream().map(Delivery::handle).toList();

        desk.desk().delete(handles).forEach(TestingDesk::done);

        assertThat(desk.queue.settlements()).isEqualTo(1);
        assertThat(desk.queue.counts().messages()).isZero();
    }

    @Test
    void anExpiredHandleDeletesUntilSomebodyElseReceivedTheMessage() {
        desk.send("first");
        desk.send("second");
        List<Delivery> received = desk.receive(2);
        desk.pass(Duration.ofSeconds(30));

        desk.delete(received.get(0));
        List<Delivery> again = desk.receive(10);
        desk.delete(received.get(1));

        assertThat(again).extracting(Delivery::body).containsExactly("second");
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.bodies(10)).containsExactly("second");
    }

    @Test
    void anExpiredHandleLeavesAMessageThatAnotherClientHas() {
        desk.send("first");
        Delivery received = desk.receive(1).get(0);
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.queue.takeAsAnotherClient()).contains("first");

        desk.delete(received);

        assertThat(desk.queue.counts().messages()).isZero();
    }

    @Test
    void aChangedTimeoutCountsFromNowAndZeroMakesVisibleAtOnce() {
        desk.send("first");
        Delivery received = desk.receive(1).get(0);
        desk.pass(Duration.ofSeconds(20));

        done(desk.changeVisibility(received, Duration.ofSeconds(60)));
        desk.pass(Duration.ofSeconds(59));
        assertThat(desk.receive(1)).isEmpty();
        done(desk.changeVisibility(received, Duration.ZERO));

        assertThat(desk.bodies(1)).containsExactly("first");
    }

    @Test
    void aTimeoutEndsTwelveHoursAfterTheReceiveAtTheLatest() {
        desk.send("first");
        Delivery received = desk.receive(1).get(0);
        done(desk.changeVisibility(received, Duration.ofHours(12)));
        desk.pass(Duration.ofHours(1));

        assertThatThrownBy(() -> desk.changeVisibility(received, Duration.ofHours(12)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("VisibilityTimeout");
        done(desk.changeVisibility(received, Duration.ofHours(11)));
    }

    @Test
    void aTimeoutOfAMessageThatIsNotInFlightCannotBeChanged() {
        desk.send("first");
        Delivery received = desk.receive(1).get(0);
        desk.pass(Duration.ofSeconds(30));

        assertThatThrownBy(() -> done(desk.changeVisibility(received, Duration.ofSeconds(5))))
                .hasCauseInstanceOf(MessageNotInFlight.class);
    }

    @Test
    void aLongPollGetsTheFirstMessageThatComesAndEndsEmptyAfterItsWait() {
        CompletableFuture<List<Delivery>> first = desk.receiveLater(10);
        CompletableFuture<List<Delivery>> second = desk.receiveLater(10);
        assertThat(first).isNotDone();

        desk.send("hello");
        assertThat(done(first)).extracting(Delivery::body).containsExactly("hello");
        assertThat(second).isNotDone();
        desk.pass(Duration.ofSeconds(20));

        assertThat(done(second)).isEmpty();
    }

    @Test
    void aCancelledLongPollTakesNothing() {
        CompletableFuture<List<Delivery>> waiting = desk.receiveLater(1);

        waiting.cancel(false);
        desk.send("hello");

        assertThat(desk.bodies(1)).containsExactly("hello");
    }

    @Test
    void aFullQueueOfReceiversIsRefused() {
        TestingDesk small = new TestingDesk("orders", new DeskLimits(2, 10));
        small.send("first");
        small.send("second");
        small.send("third");
        List<Delivery> received = small.receive(3);

        assertThat(received).hasSize(2);
        assertThatThrownBy(() -> small.receive(1)).hasCauseInstanceOf(InFlightLimitReached.class);
        small.delete(received.get(0));
        assertThat(small.bodies(1)).containsExactly("third");
    }

    @Test
    void aMessageThatFailedTooOftenMovesToTheDeadLetterQueue() {
        InMemoryDeliveryQueue deadLetters = new InMemoryDeliveryQueue("dead", desk.clock);
        desk.queue.redrive(2, deadLetters);
        desk.send("poison");

        assertThat(desk.bodies(1)).containsExactly("poison");
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.bodies(1)).containsExactly("poison");
        desk.pass(Duration.ofSeconds(30));

        assertThat(desk.receive(1)).isEmpty();
        assertThat(deadLetters.bodies()).containsExactly("poison");
    }

    @Test
    void aPurgeDeletesWhatIsInFlightAndItsHandlesDoNothing() {
        desk.send("first");
        desk.send("second");
        Delivery received = desk.receive(1).get(0);

        done(desk.desk().purge());
        desk.delete(received);
        desk.pass(Duration.ofSeconds(30));

        assertThat(desk.receive(10)).isEmpty();
        assertThat(desk.queue.counts().messages()).isZero();
    }

    @Test
    void messagesInFlightStaySoOverACrashUntilTheirDeadline() {
        desk.send("first");
        desk.send("second");
        List<Delivery> received = desk.receive(2);
        desk.pass(Duration.ofSeconds(10));

        desk.crash();
        assertThat(desk.receive(10)).isEmpty();
        desk.delete(received.get(0));
        desk.pass(Duration.ofSeconds(20));

        List<Delivery> again = desk.receive(10);
        assertThat(again).extracting(Delivery::body).containsExactly("second");
        assertThat(again.get(0).system().receiveCount()).isEqualTo(2);
    }

    @Test
    void aQueueThatNobodyReceivesFromIsLeftAlone() {
        desk.receive(1);
        assertThat(desk.queue.isAttached()).isTrue();

        desk.pass(Duration.ofSeconds(11));
        desk.pass(Duration.ofSeconds(11));

        assertThat(desk.queue.isAttached()).isFalse();
        assertThat(desk.deadlines.size()).isZero();
        desk.send("later");
        assertThat(desk.bodies(1)).containsExactly("later");
    }

    @Test
    void aNoisyTenantDoesNotDelayOthers() {
        for (int i = 0; i < 1_000; i++) {
            desk.sendAs("noisy", "noise " + i);
        }
        desk.sendAs("quiet", "please");

        assertThat(desk.bodies(10)).contains("please").startsWith("noise 0", "noise 1");
        assertThat(desk.bodies(1)).containsExactly("noise 9");
        desk.sendAs("quiet", "again");
        assertThat(desk.bodies(1)).containsExactly("again");
    }

    @Test
    void whatWasSetAsideForFairnessIsPutBackWhenNobodyReceives() {
        for (int i = 0; i < 20; i++) {
            desk.sendAs("noisy", "noise " + i);
        }
        desk.receive(10).forEach(desk::delete);
        desk.receive(6);
        assertThat(desk.desk().aside()).isPositive();

        desk.pass(Duration.ofSeconds(11));

        assertThat(desk.desk().aside()).isZero();
        assertThat(desk.queue.bodies()).containsExactly("noise 16", "noise 17", "noise 18", "noise 19");
    }
}
