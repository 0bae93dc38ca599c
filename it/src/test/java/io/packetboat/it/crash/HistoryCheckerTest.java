package io.packetboat.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.crash.Event.Changed;
import io.packetboat.it.crash.Event.Changing;
import io.packetboat.it.crash.Event.Consumed;
import io.packetboat.it.crash.Event.Consuming;
import io.packetboat.it.crash.Event.Damaged;
import io.packetboat.it.crash.Event.Received;
import io.packetboat.it.crash.Event.Seen;
import io.packetboat.it.crash.Event.Sending;
import io.packetboat.it.crash.Event.Sent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {
    private static final List<Event> CLEAN = List.of(
            new Sending("a"),
            new Sent("a"),
            new Changing("q", true),
            new Changed("q", true),
            new Received("a", false),
            new Consuming("a"),
            new Consumed("a"),
            new Seen("q", true));

    @Test
    void historyWithEveryPromiseKeptIsClean() {
        Verdict verdict = HistoryChecker.check(CLEAN);

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.unmarked()).isEmpty();
        assertThat(verdict.totals()).isEqualTo(new Verdict.Totals(1, 0, 1, 0, 1));
    }

    @Test
    void confirmedSendThatNobodyReceivesIsLost() {
        Verdict verdict = HistoryChecker.check(doctored(new Sending("b"), new Sent("b")));

        assertThat(verdict.lost()).containsExactly("b");
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void messageThatWasReceivedButNeverAcknowledgedAndDoesNotReturnIsLost() {
        Verdict verdict = HistoryChecker.check(doctored(new Sending("b"), new Sent("b"), new Received("b", false)));

        assertThat(verdict.lost()).containsExactly("b");
    }

    @Test
    void unconfirmedSendMayBeMissing() {
        Verdict verdict = HistoryChecker.check(doctored(new Sending("b")));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.totals().inDoubt()).isEqualTo(1);
    }

    @Test
    void unconfirmedConsumptionMayHaveHappened() {
        Verdict verdict = HistoryChecker.check(
                doctored(new Sending("b"), new Sent("b"), new Received("b", false), new Consuming("b")));

        assertThat(verdict.isClean()).isTrue();
    }

    @Test
    void messageThatCameBackFromADoubtfulConsumptionAndThenIsGoneIsLost() {
        Verdict verdict = HistoryChecker.check(doctored(
                new Sending("b"),
                new Sent("b"),
                new Received("b", false),
                new Consuming("b"),
                new Received("b", true)));

        assertThat(verdict.lost()).containsExactly("b");
    }

    @Test
    void messageDeliveredAfterItsConfirmedConsumptionIsResurrected() {
        Verdict verdict = HistoryChecker.check(doctored(new Received("a", true)));

        assertThat(verdict.resurrected()).containsExactly("a");
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void secondDeliveryWithoutConfirmationIsADuplicateThatIsAllowed() {
        Verdict verdict = HistoryChecker.check(doctored(
                new Sending("b"),
                new Sent("b"),
                new Received("b", false),
                new Consuming("b"),
                new Received("b", true),
                new Consuming("b"),
                new Consumed("b")));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.totals().duplicated()).isEqualTo(1);
        assertThat(verdict.unmarked()).isEmpty();
    }

    @Test
    void secondDeliveryWithoutTheMarkIsTold() {
        Verdict verdict =
                HistoryChecker.check(doctored(new Sending("b"), new Received("b", false), new Received("b", false)));

        assertThat(verdict.unmarked()).containsExactly("b");
    }

    @Test
    void contentThatDiffersIsDamaged() {
        Verdict verdict = HistoryChecker.check(doctored(new Damaged("a")));

        assertThat(verdict.damaged()).containsExactly("a");
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void messageThatNobodySentIsDamaged() {
        Verdict verdict = HistoryChecker.check(doctored(new Received("ghost", false)));

        assertThat(verdict.damaged()).containsExactly("ghost");
    }

    @Test
    void answeredCreationThatIsGoneIsUndone() {
        Verdict verdict = HistoryChecker.check(doctored(new Seen("q", false)));

        assertThat(verdict.undone()).containsExactly("q");
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void answeredDeletionThatIsBackIsUndone() {
        Verdict verdict =
                HistoryChecker.check(doctored(new Changing("q", false), new Changed("q", false), new Seen("q", true)));

        assertThat(verdict.undone()).containsExactly("q");
    }

    @Test
    void unansweredChangeMayHaveHappenedButMustNotChangeItsMind() {
        Event[] eitherWay = {new Changing("q", false), new Seen("q", true)};
        Event[] thenGone = {new Changing("q", false), new Seen("q", true), new Seen("q", false)};

        assertThat(HistoryChecker.check(doctored(eitherWay)).undone()).isEmpty();
        assertThat(HistoryChecker.check(doctored(thenGone)).undone()).containsExactly("q");
    }

    @Test
    void lineTellsEveryCount() {
        Verdict verdict = HistoryChecker.check(doctored(new Sending("b"), new Sent("b"), new Received("a", false)));

        assertThat(verdict.line())
                .isEqualTo("sent 2 (in doubt 0), consumed 1, changes 1: lost 1, resurrected 1, damaged 0,"
                        + " changes undone 0; duplicated 1, of these unmarked 1");
    }

    private static List<Event> doctored(Event... more) {
        List<Event> events = new ArrayList<>(CLEAN);
        events.addAll(Arrays.asList(more));
        return events;
    }
}
