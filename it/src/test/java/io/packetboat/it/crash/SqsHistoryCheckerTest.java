package io.packetboat.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.crash.SqsEvent.Accepted;
import io.packetboat.it.crash.SqsEvent.Deleting;
import io.packetboat.it.crash.SqsEvent.Got;
import io.packetboat.it.crash.SqsEvent.Message;
import io.packetboat.it.crash.SqsEvent.Sent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A checker that accepts everything would find nothing: each history here is right but for one answer. */
class SqsHistoryCheckerTest {
    private static final long SECOND = 1_000_000_000;
    private static final long HIDDEN = 3 * SECOND;

    private static SqsVerdict check(SqsEvent... more) {
        List<SqsEvent> events = new ArrayList<>(List.of(sent("a", 1, 0), got("a", 1, 1, 1, 1), deleted("a", 1, 2)));
        events.addAll(Arrays.asList(more));
        return SqsHistoryChecker.check(events);
    }

    private static Sent sent(String id, long sequence, long second) {
        return sent(id, id, sequence, second);
    }

    private static Sent sent(String id, String key, long sequence, long second) {
        return new Sent(
                "q",
                "g",
                key,
                "body-of-" + id,
                second * SECOND,
                second * SECOND + 1,
                Optional.of(new Accepted(id, sequence)));
    }

    private static Got got(String id, long sequence, int receives, long call, long second) {
        return new Got(
                new Message("q", "g", id, sequence, "body-of-" + id),
                receives,
                call,
                second * SECOND,
                second * SECOND + 1,
                HIDDEN);
    }

    private static Deleting deleted(String id, int receives, long second) {
        return new Deleting(id, receives, second * SECOND, second * SECOND + 1);
    }

    @Test
    void historyWithEveryPromiseKeptIsClean() {
        SqsVerdict verdict = check(
                sent("b", 2, 2),
                got("b", 2, 1, 2, 3),
                got("b", 2, 2, 3, 7),
                new Deleting("b", 2, 8 * SECOND, SqsEvent.NEVER),
                new Sent("q", "g", "c", "body-of-c", 9 * SECOND, SqsEvent.NEVER, Optional.empty()));

        assertThat(verdict.isClean()).as(verdict.line()).isTrue();
        assertThat(verdict.repeated()).isEqualTo(1);
        assertThat(verdict.inDoubt()).isEqualTo(1);
    }

    @Test
    void acceptedMessageThatNobodyGotIsLost() {
        assertThat(check(sent("b", 2, 3)).lost()).hasSize(1);
    }

    @Test
    void messageThatCameBackFromADoubtfulDeleteAndThenIsGoneIsLost() {
        SqsVerdict verdict = check(
                sent("b", 2, 3),
                got("b", 2, 1, 2, 4),
                new Deleting("b", 1, 5 * SECOND, SqsEvent.NEVER),
                got("b", 2, 2, 3, 8));

        assertThat(verdict.lost()).hasSize(1);
    }

    @Test
    void messageAfterItsDeleteIsResurrected() {
        assertThat(check(got("a", 1, 2, 2, 9), deleted("a", 2, 10)).resurrected())
                .hasSize(1);
    }

    @Test
    void deleteThatCameTooLateMayHaveDoneNothing() {
        SqsVerdict verdict = check(
                sent("b", 2, 3), got("b", 2, 1, 2, 4), deleted("b", 1, 8), got("b", 2, 2, 3, 9), deleted("b", 2, 10));

        assertThat(verdict.isClean()).as(verdict.line()).isTrue();
    }

    @Test
    void messageThatComesAgainWhileItIsHiddenComesTooEarly() {
        SqsVerdict verdict = check(sent("b", 2, 3), got("b", 2, 1, 2, 4), got("b", 2, 2, 3, 6), deleted("b", 2, 6));

        assertThat(verdict.tooEarly()).hasSize(1);
    }

    @Test
    void secondReceiveOfTheSameCountIsMiscounted() {
        SqsVerdict verdict = check(sent("b", 2, 3), got("b", 2, 1, 2, 4), got("b", 2, 1, 3, 8), deleted("b", 1, 9));

        assertThat(verdict.miscounted()).hasSize(1);
    }

    @Test
    void messageBeforeAnEarlierOneOfItsGroupIsOutOfOrder() {
        SqsVerdict verdict = check(
                sent("b", 2, 3),
                sent("c", 3, 4),
                got("c", 3, 1, 2, 5),
                deleted("c", 1, 6),
                got("b", 2, 1, 3, 7),
                deleted("b", 1, 8));

        assertThat(verdict.outOfOrder()).containsExactly("body-of-c");
    }

    @Test
    void messagesOfOneAnswerAreInOrder() {
        SqsVerdict verdict = check(
                sent("b", 2, 3),
                sent("c", 3, 4),
                got("b", 2, 1, 2, 5),
                got("c", 3, 1, 2, 5),
                deleted("c", 1, 6),
                deleted("b", 1, 6));

        assertThat(verdict.isClean()).as(verdict.line()).isTrue();
    }

    @Test
    void laterMessageFirstInOneAnswerIsOutOfOrder() {
        SqsVerdict verdict = check(
                sent("b", 2, 3),
                sent("c", 3, 4),
                got("c", 3, 1, 2, 5),
                got("b", 2, 1, 2, 5),
                deleted("c", 1, 6),
                deleted("b", 1, 6));

        assertThat(verdict.outOfOrder()).containsExactly("body-of-b");
    }

    @Test
    void duplicateWithAnIdOfItsOwnWasAccepted() {
        SqsVerdict verdict = check(sent("b", "a", 2, 3), got("b", 2, 1, 2, 4), deleted("b", 1, 5));

        assertThat(verdict.duplicated()).containsExactly("a");
    }

    @Test
    void duplicateOfADoubtfulSendThatBothArriveWasAccepted() {
        SqsVerdict verdict = check(
                new Sent("q", "g", "k", "body-of-b", 3 * SECOND, SqsEvent.NEVER, Optional.empty()),
                sent("c", "k", 3, 4),
                got("b", 2, 1, 2, 5),
                got("c", 3, 1, 2, 5),
                deleted("b", 1, 6),
                deleted("c", 1, 6));

        assertThat(verdict.duplicated()).containsExactly("k");
    }
}
