package io.packetboat.it.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds a whole history, final drain included, against what the broker promises. Pure.
 *
 * <p>Unconfirmed is in doubt: a send without confirmation may have happened or not, and so may an acknowledgement. A
 * message that was received and not yet acknowledged must come back. Every message has a name of its own and is sent
 * once to a place from which one client may take it.
 */
final class HistoryChecker {
    private final Map<String, MessageStory> messages = new HashMap<>();
    private final Map<String, DefinitionStory> definitions = new HashMap<>();

    private HistoryChecker() {}

    static Verdict check(List<Event> history) {
        HistoryChecker checker = new HistoryChecker();
        history.forEach(checker::read);
        return checker.verdict();
    }

    private void read(Event event) {
        if (event instanceof Event.Sending sending) {
            message(sending.message()).sending = true;
        } else if (event instanceof Event.Sent sent) {
            message(sent.message()).sent = true;
        } else if (event instanceof Event.Received received) {
            message(received.message()).receive(received.redelivered());
        } else if (event instanceof Event.Damaged damaged) {
            message(damaged.message()).damaged = true;
        } else if (event instanceof Event.Consuming consuming) {
            message(consuming.message()).consuming = true;
        } else if (event instanceof Event.Consumed consumed) {
            message(consumed.message()).consumed = true;
        } else {
            readChange(event);
        }
    }

    private void readChange(Event event) {
        if (event instanceof Event.Changing changing) {
            definition(changing.definition()).change(changing.exists(), false);
        } else if (event instanceof Event.Changed changed) {
            definition(changed.definition()).change(changed.exists(), true);
        } else if (event instanceof Event.Seen seen) {
            definition(seen.definition()).see(seen.exists());
        }
    }

    private Verdict verdict() {
        return new Verdict(
                new Verdict.Totals(
                        count(story -> story.sent),
                        count(story -> story.sending && !story.sent),
                        count(story -> story.consumed),
                        count(story -> story.duplicates > 0),
                        definitions.values().stream()
                                .mapToInt(story -> story.answered)
                                .sum()),
                names(MessageStory::isLost),
                names(story -> story.resurrected),
                names(story -> story.unmarked),
                names(story -> story.damaged || !story.sending),
                definitions.entrySet().stream()
                        .filter(entry -> entry.getValue().undone)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private int count(Predicate<MessageStory> fact) {
        return (int) stories().filter(fact).count();
    }

    private Stream<MessageStory> stories() {
        return messages.values().stream();
    }

    private List<String> names(Predicate<MessageStory> fact) {
        return messages.entrySet().stream()
                .filter(entry -> fact.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private MessageStory message(String name) {
        return messages.computeIfAbsent(name, unknown -> new MessageStory());
    }

    private DefinitionStory definition(String name) {
        return definitions.computeIfAbsent(name, unknown -> new DefinitionStory());
    }

    private static final class MessageStory {
        private boolean sending;
        private boolean sent;
        private boolean consuming;
        private boolean consumed;
        private boolean resurrected;
        private boolean unmarked;
        private boolean damaged;
        private int receptions;
        private int duplicates;

        private void receive(boolean redelivered) {
            resurrected |= consumed;
            // It came back, so an attempt in doubt did not consume it.
            consuming = false;
            if (receptions++ > 0) {
                duplicates++;
                unmarked |= !redelivered;
            }
        }

        private boolean isLost() {
            return sent && !consuming && !consumed;
        }
    }

    private static final class DefinitionStory {
        private boolean known;
        private boolean exists;
        private boolean undone;
        private int answered;

        /** Between question and answer, and after a question that was never answered, either is right. */
        private void change(boolean wanted, boolean confirmed) {
            known = confirmed;
            exists = wanted;
            answered += confirmed ? 1 : 0;
        }

        private void see(boolean seen) {
            undone |= known && seen != exists;
            known = true;
            exists = seen;
        }
    }
}
