package io.packetboat.it.crash;

import java.util.List;

/**
 * What a history of SQS calls shows; each list names the messages.
 *
 * @param sent answered sends
 * @param inDoubt sends without an answer
 * @param repeated received more than once, as is right
 * @param lost accepted, and nobody ever tried to delete what was received last of them
 * @param resurrected received after a delete that was answered in time
 * @param tooEarly received again before the end of their visibility timeout
 * @param miscounted received with a count that an earlier receive had already
 * @param outOfOrder received while an earlier message of their group was still there
 * @param duplicated accepted twice although they were duplicates
 */
record SqsVerdict(
        int sent,
        int inDoubt,
        int deleted,
        int repeated,
        List<String> lost,
        List<String> resurrected,
        List<String> tooEarly,
        List<String> miscounted,
        List<String> outOfOrder,
        List<String> duplicated) {

    boolean isClean() {
        return lost.isEmpty()
                && resurrected.isEmpty()
                && tooEarly.isEmpty()
                && miscounted.isEmpty()
                && outOfOrder.isEmpty()
                && duplicated.isEmpty();
    }

    /** One line for the build's log. */
    String line() {
        return ("sent %d (in doubt %d), deleted %d, received again %d: lost %d, resurrected %d, too early %d,"
                        + " miscounted %d, out of order %d, duplicates accepted %d")
                .formatted(
                        sent,
                        inDoubt,
                        deleted,
                        repeated,
                        lost.size(),
                        resurrected.size(),
                        tooEarly.size(),
                        miscounted.size(),
                        outOfOrder.size(),
                        duplicated.size());
    }
}
