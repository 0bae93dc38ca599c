package io.packetboat.archive;

import io.packetboat.broker.fanout.Publication;
import io.packetboat.fanout.ArchivePosition;
import io.packetboat.fanout.Redelivery;
import io.packetboat.filter.FilterMachine;
import io.packetboat.filter.PolicyKey;
import io.packetboat.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a subscription a few of the messages that it waits for. Blocks for the database and the broker's disk. */
final class ReplayStep {
    /** Messages that are read and given together, and their bytes: what a replay takes of the heap. */
    static final int MOST = 100;

    private static final long MOST_BYTES = 1 << 20;

    private final Replays replays;
    private final Redelivery redelivery;

    ReplayStep(Replays replays, Redelivery redelivery) {
        this.replays = replays;
        this.redelivery = redelivery;
    }

    /**
     * Takes a step.
     *
     * @return whether another one has to follow
     */
    boolean take(Subscription subscription) {
        return archive(subscription)
                .whileReplaysRest(() -> replays.archives()
                        .replays()
                        .find(subscription.id())
                        .filter(Replay::isRunning)
                        .map(replay -> give(replay, subscription).isRunning())
                        .orElse(false));
    }

    private Replay give(Replay replay, Subscription subscription) {
        replays.beginsToGive(subscription.id());
        List<ArchivedMessage> messages = read(replay);
        if (replay.repeats() && messages.isEmpty()) {
            return replays.put(replay.repeated());
        }
        if (replay.repeats() || messages.size() == MOST) {
            return replays.put(give(replay, subscription, messages));
        }
        return archive(subscription).whileNothingIsAdded(last -> giveLast(replay, subscription, last));
    }

    private TopicArchive archive(Subscription subscription) {
        return replays.archives().of(subscription.topic());
    }

    private List<ArchivedMessage> read(Replay replay) {
        return replays.archives().store().read(replay.topic(), replay.rest(), MOST, MOST_BYTES);
    }

    /** Less than a step is left: the fan-out of the topic waits for it, and goes on behind it. */
    private Replay giveLast(Replay replay, Subscription subscription, ArchivePosition last) {
        Replay now = replay;
        for (List<ArchivedMessage> left = read(now); !left.isEmpty(); left = read(now)) {
            now = give(now, subscription, left);
        }
        return replays.put(now.caughtUp(last));
    }

    private Replay give(Replay replay, Subscription subscription, List<ArchivedMessage> messages) {
        Wanted wanted = new Wanted(subscription);
        List<Publication> given = new ArrayList<>();
        for (ArchivedMessage message : messages) {
            Publication publication =
                    replay.repeats() ? message.publication().again(replay.token()) : message.publication();
            if (wanted.accepts(publication)) {
                given.add(publication);
            }
        }
        redelivery
                .deliver(subscription, given, messages.size() - given.size())
                .toCompletableFuture()
                .join();
        return replay.given(messages.get(messages.size() - 1).position());
    }

    /** What one subscription's filter policy lets pass. */
    private static final class Wanted {
        private final Optional<PolicyKey> key;
        private final FilterMachine machine = new FilterMachine();

        Wanted(Subscription subscription) {
            this.key = subscription.policyKey();
            subscription.attributes().filter().ifPresent(filter -> machine.add(filter.policy()));
        }

        boolean accepts(Publication publication) {
            return key.isEmpty()
                    || machine.matches(
                                    publication.message().attributes(),
                                    publication.message().body())
                            .contains(key.get());
        }
    }
}
