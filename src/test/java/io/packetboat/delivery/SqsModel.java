package io.packetboat.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One queue as AWS's documentation describes it, in the plainest way: a list that is walked for every question.
 *
 * <p>It is told what a client asked and what it got, and raises {@link Broken} where SQS would not have answered so.
 * Stricter than SQS where the product is: a standard queue delivers no message twice at a time, and a receive gets all
 * that it may have.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html">SQS
 *     visibility timeout</a>
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">SQS
 *     FIFO delivery logic</a>
 */
final class SqsModel {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final boolean fifo;
    private final DeskLimits limits;
    private final int maxReceives;
    private final @Nullable SqsModel deadLetters;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Message> byHandle = new HashMap<>();
    private final Map<String, Accepted> accepted = new HashMap<>();
    private final Map<String, Attempt> attempts = new HashMap<>();
    private Instant now;
    private long decisions;

    /** An answer that SQS would not have given. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }

    /** What a receiver got. */
    record Got(String id, String handle, int receives) {}

    /** What SQS answers to a delete or a change of visibility. */
    enum Outcome {
        DONE,
        EXPIRED,
        NOT_IN_FLIGHT
    }

    private record Accepted(String id, Instant at) {}

    private record Attempt(List<Message> messages, List<String> handles, List<Instant> deadlines, Instant until) {}

    private static final class Message {
        final String id;
        final Optional<String> group;
        /** Before that it is delayed or in flight. */
        Instant visibleAt;

        /** The place of that among all such decisions. */
        long hidden;

        boolean held;
        /** It went to the dead letters, where other handles count. */
        boolean dead;

        /** A dead letter may count on. */
        boolean fromElsewhere;

        int receives;
        String handle = "";

        Message(String id, Optional<String> group, Instant visibleAt) {
            this.id = id;
            this.group = group;
            this.visibleAt = visibleAt;
        }
    }

    /** @param maxReceives before a message goes to the dead letters, if there are any */
    SqsModel(boolean fifo, DeskLimits limits, int maxReceives, @Nullable SqsModel deadLetters, Instant now) {
        this.fifo = fifo;
        this.limits = limits;
        this.maxReceives = maxReceives;
        this.deadLetters = deadLetters;
        this.now = now;
    }

    /** A message was sent and answered with an id. */
    void sent(String id, Optional<String> group, Optional<String> deduplication, Duration delay) {
        Accepted earlier = deduplication.map(accepted::get).orElse(null);
        if (earlier != null && now.isBefore(earlier.at.plus(WINDOW))) {
            check(id.equals(earlier.id), "the duplicate of " + earlier.id + " was accepted as " + id);
            return;
        }
        check(
                messages.stream().noneMatch(message -> message.id.equals(id)),
                "no duplicate, yet it got the old id " + id);
        deduplication.ifPresent(key -> accepted.put(key, new Accepted(id, now)));
        messages.add(new Message(id, group, now.plus(delay)));
    }

    /** Whether a receive of this attempt must not wait now. */
    boolean owes(Optional<String> attempt) {
        return owes() || attempt.map(attempts::get).filter(this::isRepeatable).isPresent();
    }

    /** Whether a receive must not wait now. */
    boolean owes() {
        return available(1) > 0 && !looksNotFar();
    }

    /** What can be received now, in an order that FIFO allows. */
    private List<Message> deliverable() {
        List<Message> found = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        if (fifo) {
            messages.stream().filter(message -> message.held).forEach(message -> closed.add(message.group.orElse("")));
        }
        for (Message message : messages) {
            String group = message.group.orElse("");
            if (closed.contains(group)) {
                continue;
            }
            if (!message.held && !message.visibleAt.isAfter(now)) {
                found.add(message);
            } else if (fifo) {
                closed.add(group); // what stands behind a delayed message waits
            }
        }
        return found;
    }

    private int inFlight() {
        return (int) messages.stream().filter(message -> message.held).count();
    }

    /** Whether a receive is refused now; of a FIFO queue, or with a wait, it just gets nothing. */
    boolean refuses(Duration wait) {
        return !fifo && wait.isZero() && inFlight() >= limits.inFlight();
    }

    /** How many messages a receive gets now. */
    int available(int max) {
        return Math.min(
                Math.min(max, limits.inFlight() - inFlight()), deliverable().size());
    }

    /** A receive was answered at once. */
    void receivedAtOnce(List<Got> got, int max, Duration visibility, Optional<String> attempt) {
        Attempt earlier = attempt.map(attempts::remove).orElse(null);
        if (earlier != null && isRepeatable(earlier)) {
            check(
                    got.stream().map(Got::handle).toList().equals(earlier.handles),
                    "the repeated attempt got " + got + " and not " + earlier.handles);
            earlier.messages.forEach(message -> hide(message, visibility));
            attempt.ifPresent(id -> remember(id, earlier.messages, earlier.handles));
            timeMoved(now);
            return;
        }
        int expected = available(max);
        boolean enough = got.size() == expected || looksNotFar() && got.size() < expected;
        check(enough, "a receive of " + max + " got " + got + " where " + expected + " were to be had");
        received(got, max, visibility, attempt);
    }

    /** Behind so many messages of locked groups SQS does not look for others. */
    private boolean looksNotFar() {
        return fifo && messages.size() > limits.aside();
    }

    /** A receive was answered with something. */
    void received(List<Got> got, int max, Duration visibility, Optional<String> attempt) {
        check(got.size() <= max, "more than asked for: " + got);
        Map<String, List<Message>> deliverable = new TreeMap<>();
        deliverable()
                .forEach(message -> deliverable
                        .computeIfAbsent(fifo ? message.group.orElse("") : message.id, key -> new ArrayList<>())
                        .add(message));
        List<Message> taken = new ArrayList<>();
        for (Got one : got) {
            Message message = messages.stream()
                    .filter(known -> known.id.equals(one.id))
                    .findFirst()
                    .orElseThrow(() -> new Broken(one.id + " was delivered although it is gone"));
            List<Message> line = deliverable.getOrDefault(fifo ? message.group.orElse("") : message.id, List.of());
            check(line.contains(message), one.id + " was delivered although it is hidden, or its group locked");
            check(line.remove(0) == message, one.id + " was delivered before an earlier one of its group");
            check(
                    one.receives == message.receives + 1 || message.fromElsewhere && message.handle.isEmpty(),
                    one.id + " says receive " + one.receives);
            check(byHandle.putIfAbsent(one.handle, message) == null, "a second time the handle of " + one.id);
            taken.add(message);
        }
        for (int i = 0; i < got.size(); i++) {
            Message message = taken.get(i);
            message.receives = got.get(i).receives;
            message.held = true;
            hide(message, visibility);
            message.handle = got.get(i).handle;
        }
        if (fifo && !taken.isEmpty()) {
            attempt.ifPresent(id -> remember(
                    id, taken, taken.stream().map(message -> message.handle).toList()));
        }
        timeMoved(now);
    }

    private void hide(Message message, Duration timeout) {
        message.visibleAt = now.plus(timeout);
        message.hidden = ++decisions;
    }

    private void remember(String id, List<Message> taken, List<String> handles) {
        List<Instant> deadlines =
                taken.stream().map(message -> message.visibleAt).toList();
        attempts.put(id, new Attempt(taken, handles, deadlines, now.plus(WINDOW)));
    }

    /** "As long as none of the messages was modified", and five minutes. */
    private boolean isRepeatable(Attempt attempt) {
        if (!now.isBefore(attempt.until)) {
            return false;
        }
        for (int i = 0; i < attempt.messages.size(); i++) {
            Message message = attempt.messages.get(i);
            if (!messages.contains(message)
                    || !message.held
                    || !message.handle.equals(attempt.handles.get(i))
                    || !message.visibleAt.equals(attempt.deadlines.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A message is deleted with the handle of its latest receive, in a FIFO queue as long as it is in flight. */
    Outcome delete(String handle) {
        Message message = known(handle);
        if (message == null) {
            return Outcome.DONE;
        }
        boolean latest = message.handle.equals(handle);
        if (fifo && !(latest && message.held)) {
            return Outcome.EXPIRED;
        }
        if (latest) {
            messages.remove(message);
        }
        return Outcome.DONE;
    }

    Outcome changeVisibility(String handle, Duration timeout) {
        Message message = known(handle);
        if (message == null || !message.handle.equals(handle) || !message.held) {
            return Outcome.NOT_IN_FLIGHT;
        }
        hide(message, timeout);
        timeMoved(now);
        return Outcome.DONE;
    }

    private @Nullable Message known(String handle) {
        Message message = byHandle.get(handle);
        return message != null && (message.dead || messages.contains(message)) ? message : null;
    }

    void purge() {
        messages.clear();
        forgetDead();
    }

    /**
     * A crash forgets the attempts, the handles of messages that went to the dead letters, and which of two messages that
     * are visible again at the same moment was received first.
     */
    void crashed() {
        attempts.clear();
        forgetDead();
        messages.forEach(message -> message.hidden = ++decisions);
    }

    /** A late delete of a message that moved is told so only as long as that is remembered. */
    private void forgetDead() {
        byHandle.values().forEach(message -> message.dead = false);
    }

    void timeMoved(Instant newNow) {
        now = newNow;
        List<Message> earliestFirst = messages.stream()
                .sorted(Comparator.<Message, Instant>comparing(message -> message.visibleAt)
                        .thenComparing(message -> message.hidden))
                .toList();
        for (Message message : earliestFirst) {
            if (message.held && !message.visibleAt.isAfter(now)) {
                message.held = false;
                if (deadLetters != null && message.receives >= maxReceives) {
                    messages.remove(message);
                    message.dead = true;
                    Message letter = new Message(message.id, message.group, now);
                    letter.fromElsewhere = true;
                    deadLetters.messages.add(letter);
                }
            }
        }
    }

    /** Nothing may be left over. */
    void checkEmpty() {
        check(
                messages.isEmpty(),
                "never delivered: "
                        + messages.stream().map(message -> message.id).toList());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }
}
