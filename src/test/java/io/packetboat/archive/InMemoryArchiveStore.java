package io.packetboat.archive;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store that keeps messages while the test runs, and reads no more of them than it is told to. */
final class InMemoryArchiveStore implements ArchiveStore {
    private final Map<TopicName, TreeMap<Long, ArchivedMessage>> topics = new HashMap<>();
    private int readable = Integer.MAX_VALUE;

    static final class Unreadable extends PacketboatException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(ErrorKind.UNAVAILABLE, "as the test wants it");
        }
    }

    /** So many reads that find something succeed from now on. */
    synchronized void readable(int reads) {
        readable = reads;
    }

    synchronized int size(TopicName topic) {
        return of(topic).size();
    }

    private TreeMap<Long, ArchivedMessage> of(TopicName topic) {
        return topics.computeIfAbsent(topic, name -> new TreeMap<>());
    }

    @Override
    public synchronized List<TopicName> topics() {
        return topics.keySet().stream()
                .filter(topic -> !of(topic).isEmpty())
                .sorted()
                .toList();
    }

    @Override
    public synchronized ArchivePosition last(TopicName topic) {
        return new ArchivePosition(of(topic).isEmpty() ? 0 : of(topic).lastKey());
    }

    @Override
    public synchronized List<ArchivePosition> add(TopicName topic, List<ArchivedMessage> messages) {
        List<ArchivePosition> positions = new ArrayList<>();
        for (ArchivedMessage message : messages) {
            Optional<ArchivedMessage> present = of(topic).values().stream()
                    .filter(kept -> kept.origin().equals(message.origin()))
                    .findFirst();
            if (present.isEmpty()) {
                of(topic).put(message.position().value(), message);
            }
            positions.add(present.orElse(message).position());
        }
        return positions;
    }

    @Override
    public synchronized List<ArchivedMessage> read(TopicName topic, ArchiveRange range, int most, long mostBytes) {
        List<ArchivedMessage> found = new ArrayList<>();
        long bytes = 0;
        for (ArchivedMessage message :
                of(topic).tailMap(range.after().value(), false).values()) {
            Instant sent = message.publication().message().sent();
            bytes += message.publication().message().body().length();
            boolean full = found.size() >= most || !found.isEmpty() && bytes > mostBytes;
            if (full || message.position().value() > range.through().value()) {
                break;
            }
            if (!sent.isBefore(range.from()) && !sent.isAfter(range.until())) {
                found.add(message);
            }
        }
        if (!found.isEmpty() && readable-- <= 0) {
            throw new Unreadable();
        }
        return found;
    }

    @Override
    public synchronized int deleteBefore(TopicName topic, Instant moment, int most) {
        List<Long> old = of(topic).entrySet().stream()
                .filter(entry -> entry.getValue().publication().message().sent().isBefore(moment))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(of(topic)::remove);
        return old.size();
    }
}
