package io.packetboat.archive;

import io.packetboat.fanout.Archive;
import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The archive of one topic: numbers its messages, and lets changes of its replays happen one after the other. */
final class TopicArchive {
    private final TopicName topic;
    private final ArchiveStore store;
    private final Clock clock;
    private final ReentrantLock replaying = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    /** Unknown at first, and after a failure. */
    private Optional<ArchivePosition> last = Optional.empty();

    TopicArchive(TopicName topic, ArchiveStore store, Clock clock) {
        this.topic = topic;
        this.store = store;
        this.clock = clock;
    }

    /** Does a step of a replay, or changes one. */
    <T> T whileReplaysRest(Supplier<T> work) {
        replaying.lock();
        try {
            return work.get();
        } finally {
            replaying.unlock();
        }
    }

    /** Does something while no message is added; it is told the place of the last one. */
    <T> T whileNothingIsAdded(Function<ArchivePosition, T> work) {
        writing.lock();
        try {
            return work.apply(last());
        } finally {
            writing.unlock();
        }
    }

    List<ArchivePosition> keep(List<Archive.Kept> messages) {
        writing.lock();
        try {
            List<ArchivedMessage> numbered = numbered(messages);
            List<ArchivePosition> positions = store.add(topic, numbered);
            last = Optional.of(numbered.get(numbered.size() - 1).position());
            return positions;
        } catch (PacketboatException e) {
            last = Optional.empty();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** The time, made unique by counting on from the last, so that a number never comes again after all was deleted. */
    private List<ArchivedMessage> numbered(List<Archive.Kept> messages) {
        List<ArchivedMessage> numbered = new ArrayList<>();
        long next = Math.max(last().value() + 1, TimeUnit.MILLISECONDS.toMicros(clock.millis()));
        for (Archive.Kept kept : messages) {
            String origin = kept.number() + "/" + kept.publication().message().id();
            numbered.add(new ArchivedMessage(new ArchivePosition(next++), origin, kept.publication()));
        }
        return numbered;
    }

    private ArchivePosition last() {
        ArchivePosition known = last.orElseGet(() -> store.last(topic));
        last = Optional.of(known);
        return known;
    }
}
