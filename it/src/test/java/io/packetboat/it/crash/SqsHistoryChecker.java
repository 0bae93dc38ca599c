package io.packetboat.it.crash;

import io.packetboat.it.crash.SqsEvent.Deleting;
import io.packetboat.it.crash.SqsEvent.Got;
import io.packetboat.it.crash.SqsEvent.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Holds a whole history of SQS calls, final drain included, against what SQS and this server promise. Pure.
 *
 * <p>A call has happened at some moment between its start and its end; what was never answered may have happened or not.
 */
final class SqsHistoryChecker {
    /** The server's clock is another one than that of the history. */
    private static final long TOLERANCE_NANOS = 100_000_000;

    private final Map<String, Story> stories = new TreeMap<>();
    private final Map<String, Set<String>> idsOfKey = new TreeMap<>();
    private final Map<String, String> keyOfBody = new HashMap<>();
    private final Map<String, Long> lastOfAnswer = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private int sent;
    private int inDoubt;

    private SqsHistoryChecker() {}

    static SqsVerdict check(List<SqsEvent> history) {
        SqsHistoryChecker checker = new SqsHistoryChecker();
        history.forEach(checker::read);
        return checker.verdict();
    }

    private void read(SqsEvent event) {
        if (event instanceof Sent send) {
            keyOfBody.put(send.body(), send.key());
            sent += send.accepted().isPresent() ? 1 : 0;
            inDoubt += send.accepted().isPresent() ? 0 : 1;
            send.accepted().ifPresent(accepted -> {
                story(accepted.id()).accepted = true;
                ids(send.key()).add(accepted.id());
            });
        } else if (event instanceof Got got) {
            story(got.message().id()).got.add(got);
            Long before = lastOfAnswer.put(
                    got.call() + got.message().group(), got.message().sequence());
            if (before != null && before > got.message().sequence()) {
                outOfOrder.add(got.message().body());
            }
        } else if (event instanceof Deleting deleting) {
            story(deleting.id()).deletes.add(deleting);
        }
    }

    private Story story(String id) {
        return stories.computeIfAbsent(id, unknown -> new Story());
    }

    private Set<String> ids(String key) {
        return idsOfKey.computeIfAbsent(key, unknown -> new HashSet<>());
    }

    private SqsVerdict verdict() {
        for (Story story : stories.values()) {
            story.got.sort(Comparator.comparingInt(Got::receives));
            for (Got got : story.got) {
                ids(keyOfBody.getOrDefault(got.message().body(), got.message().body()))
                        .add(got.message().id());
            }
        }
        return new SqsVerdict(
                sent,
                inDoubt,
                named(Story::isDeleted).size(),
                named(story -> story.got.size() > 1).size(),
                named(Story::isLost),
                named(Story::isResurrected),
                named(Story::cameTooEarly),
                named(Story::isMiscounted),
                outOfOrder(),
                idsOfKey.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private List<String> named(Predicate<Story> fact) {
        return stories.entrySet().stream()
                .filter(entry -> fact.test(entry.getValue()))
                .map(entry -> entry.getKey() + entry.getValue())
                .toList();
    }

    private List<String> outOfOrder() {
        Map<String, NavigableMap<Long, Story>> groups = new TreeMap<>();
        for (Story story : stories.values()) {
            for (Got got : story.got) {
                if (!got.message().group().isEmpty()) {
                    groups.computeIfAbsent(got.message().group(), group -> new TreeMap<>())
                            .put(got.message().sequence(), story);
                }
            }
        }
        List<String> wrong = new ArrayList<>(outOfOrder);
        for (NavigableMap<Long, Story> group : groups.values()) {
            group.forEach((sequence, story) -> story.got.stream()
                    .filter(got -> group.headMap(sequence).values().stream().anyMatch(before -> before.isThereAt(got)))
                    .forEach(got -> wrong.add(got.message().body())));
        }
        return wrong;
    }

    /** All that is known of one message id; the receives in the order of their counts. */
    private static final class Story {
        private final List<Got> got = new ArrayList<>();
        private final List<Deleting> deletes = new ArrayList<>();
        private boolean accepted;

        private boolean isDeleted() {
            return deletes.stream().anyMatch(Deleting::isConfirmed);
        }

        /** A delete before the last receive did not happen, or the message could not have come again. */
        private boolean isLost() {
            if (got.isEmpty()) {
                return accepted;
            }
            int last = got.get(got.size() - 1).receives();
            return deletes.stream().noneMatch(delete -> delete.receives() == last);
        }

        /** A delete counts for sure if it was answered while the message was in flight. */
        private boolean isResurrected() {
            for (Deleting delete : deletes) {
                boolean inTime = got.stream()
                        .anyMatch(one -> one.receives() == delete.receives()
                                && delete.isConfirmed()
                                && delete.end() < one.asked() + one.hiddenNanos() - TOLERANCE_NANOS);
                if (inTime && got.stream().anyMatch(one -> one.asked() > delete.end())) {
                    return true;
                }
            }
            return false;
        }

        private boolean cameTooEarly() {
            for (int i = 1; i < got.size(); i++) {
                Got former = got.get(i - 1);
                if (got.get(i).answered() + TOLERANCE_NANOS < former.asked() + former.hiddenNanos()) {
                    return true;
                }
            }
            return false;
        }

        private boolean isMiscounted() {
            for (int i = 1; i < got.size(); i++) {
                Got former = got.get(i - 1);
                Got next = got.get(i);
                if (next.receives() == former.receives() || next.answered() < former.asked()) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it was still in the queue, and not in the same answer, when a later one of its group came. */
        private boolean isThereAt(Got later) {
            if (got.stream().anyMatch(one -> one.call() == later.call())) {
                return false;
            }
            boolean maybeDeleted = deletes.stream().anyMatch(delete -> delete.start() < later.answered());
            boolean cameAgain = got.stream().anyMatch(one -> one.asked() > later.answered());
            return cameAgain || !maybeDeleted;
        }

        @Override
        public String toString() {
            return " " + got + " " + deletes;
        }
    }
}
