package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Defects that {@link DeliveryModelTest} found. */
class FoundByTheModelTest {

    @Test
    void messagesOfAGroupThatWereReceivedTogetherBecomeDeadLettersInTheirOrder() {
        TestingDesk testing = new TestingDesk("q.fifo");
        InMemoryDeliveryQueue dead = new InMemoryDeliveryQueue("dead.fifo", testing.clock);
        testing.queue.redrive(1, dead);
        List.of("a", "b", "c").forEach(body -> testing.send("g", body));
        testing.receive(10);

        testing.pass(Duration.ofSeconds(30));

        assertThat(dead.bodies()).containsExactly("a", "b", "c");
    }

    @Test
    void handleOfAnEarlierReceiveIsExpiredAlsoWhenTheMessageIsVisibleAgain() {
        TestingDesk testing = new TestingDesk("q.fifo");
        testing.send("g", "a");
        Delivery first = testing.receive(1).get(0);
        testing.pass(Duration.ofSeconds(30));
        testing.receive(1);
        testing.pass(Duration.ofSeconds(30));

        CompletableFuture<Void> deleted =
                testing.desk().delete(List.of(first.handle())).get(0).toCompletableFuture();

        assertThat(deleted).isCompletedExceptionally();
        assertThat(testing.bodies(1)).containsExactly("a");
    }

    @Test
    void receiverThatWaitsGetsTheNextMessageOfANoisyTenantAtOnce() {
        TestingDesk testing = new TestingDesk("q");
        for (int i = 0; i < 6; i++) {
            testing.sendAs("noisy", "first " + i);
        }
        testing.receive(10);
        CompletableFuture<List<Delivery>> waiting = testing.receiveLater(1);

        testing.sendAs("noisy", "next");

        assertThat(TestingDesk.done(waiting).stream().map(Delivery::body)).containsExactly("next");
    }

    @Test
    void lateDeleteReachesAMessageThatWaitsForTheTurnOfItsTenant() {
        TestingDesk testing = new TestingDesk("q");
        for (int i = 0; i < 6; i++) {
            testing.sendAs("noisy", "message " + i);
        }
        List<Delivery> received = testing.receive(10);
        TestingDesk.done(testing.changeVisibility(received.get(0), Duration.ZERO));
        testing.sendAs("quiet", "other");
        assertThat(testing.bodies(1)).containsExactly("other");

        testing.delete(received.get(0));

        assertThat(testing.bodies(10)).isEmpty();
    }

    @Test
    void messageBehindASkippedOneOfItsGroupIsSkippedToo() {
        TestingDesk testing = new TestingDesk("q.fifo", new DeskLimits(10, 1));
        testing.send("g", "a");
        Delivery first = testing.receive(1).get(0);
        testing.send("g", "b");
        testing.send("g", "c");
        testing.delete(first);
        Delivery second = testing.receive(1).get(0);
        testing.send("g", "d");

        testing.delete(second);

        assertThat(testing.bodies(1)).containsExactly("c");
    }

    @Test
    void messageInFlightBeforeACrashDoesNotOvertakeAnEarlierOneOfItsGroup() {
        TestingDesk testing = new TestingDesk("q.fifo");
        testing.send("other", "before them");
        Delivery other = testing.receive(1).get(0);
        List.of("a", "b").forEach(body -> testing.send("g", body));
        List<Delivery> received = testing.receive(10);
        TestingDesk.done(testing.changeVisibility(received.get(0), Duration.ZERO));
        TestingDesk.done(testing.changeVisibility(other, Duration.ZERO));

        testing.crash();
        testing.pass(Duration.ofSeconds(30));

        assertThat(testing.bodies(10))
                .containsExactlyInAnyOrder("before them", "a", "b")
                .containsSubsequence("a", "b");
    }

    @Test
    void lateDeleteReachesAMessageThatWasVisibleAgainBeforeACrash() {
        TestingDesk testing = new TestingDesk("q");
        testing.send("a");
        testing.send("b");
        Delivery received = testing.receive(1).get(0);
        testing.pass(Duration.ofSeconds(30));

        testing.crash();
        testing.delete(received);

        assertThat(testing.bodies(10)).containsExactly("b");
    }

    @Test
    void lateDeleteReachesAMessageThatIsVisibleAgainSinceTheBrokerWasDown() {
        TestingDesk testing = new TestingDesk("q");
        testing.send("a");
        Delivery received = testing.receive(1).get(0);

        testing.crash(Duration.ofSeconds(30));
        testing.delete(received);

        assertThat(testing.bodies(10)).isEmpty();
    }

    @Test
    void lateDeleteOfAFifoQueueIsRefusedAfterACrashToo() {
        TestingDesk testing = new TestingDesk("q.fifo");
        testing.send("g", "a");
        Delivery received = testing.receive(1).get(0);

        testing.crash(Duration.ofSeconds(30));
        CompletableFuture<Void> deleted =
                testing.desk().delete(List.of(received.handle())).get(0).toCompletableFuture();

        assertThat(deleted).isCompletedExceptionally();
        assertThat(testing.bodies(10)).containsExactly("a");
    }

    @Test
    void messageWhoseLastAllowedReceiveEndsWhileTheBrokerIsDownBecomesADeadLetter() {
        TestingDesk testing = new TestingDesk("q");
        InMemoryDeliveryQueue dead = new InMemoryDeliveryQueue("dead", testing.clock);
        testing.queue.redrive(1, dead);
        testing.send("a");
        testing.receive(1);

        testing.crash(Duration.ofSeconds(30));
        testing.pass(Duration.ZERO);

        assertThat(dead.bodies()).containsExactly("a");
        assertThat(testing.bodies(10)).isEmpty();
    }

    @Test
    void receiverThatWaitsAtTheLimitOfMessagesInFlightGetsOneWhenThereIsRoom() {
        TestingDesk testing = new TestingDesk("q", new DeskLimits(1, 10));
        testing.send("a");
        testing.send("b");
        Delivery first = testing.receive(1).get(0);

        CompletableFuture<List<Delivery>> waiting = testing.receiveLater(1);
        assertThat(waiting).isNotDone();
        testing.delete(first);

        assertThat(TestingDesk.done(waiting)).extracting(Delivery::body).containsExactly("b");
    }

    @Test
    void fifoQueueAtTheLimitOfMessagesInFlightIsEmptyAndNoError() {
        TestingDesk testing = new TestingDesk("q.fifo", new DeskLimits(1, 10));
        testing.send("g", "a");
        testing.send("other", "b");
        testing.receive(1);

        assertThat(testing.receive(1)).isEmpty();
    }
}
