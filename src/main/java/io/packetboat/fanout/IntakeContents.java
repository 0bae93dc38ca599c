package io.packetboat.fanout;

import io.packetboat.broker.fanout.HeldPublication;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.kernel.TopicName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the messages of one topic. Where the topic keeps them, they are in its archive before they are handed on, several of
 * them with one commit. For one thread at a time.
 */
final class IntakeContents {
    /** What is read before its turn comes has no more characters than this, if it is more than one message. */
    private static final long MOST_AHEAD = 1 << 20;

    private static final Content TOO_LARGE = new Content(Optional.empty(), Optional.empty());

    private final Archive archive;
    private final TopicName topic;
    private final Map<HeldPublication, Content> ahead = new IdentityHashMap<>();

    IntakeContents(Archive archive, TopicName topic) {
        this.archive = archive;
        this.topic = topic;
    }

    /**
     * What a message holds.
     *
     * @param publication empty for one that is too large for anybody here, which is not kept either
     */
    record Content(Optional<Publication> publication, Optional<ArchivePosition> position) {}

    /**
     * The content of the next message.
     *
     * @param following those behind it, in their order
     */
    Content of(HeldPublication next, Supplier<List<HeldPublication>> following) {
        Content known = ahead.remove(next);
        if (known != null) {
            return known;
        }
        if (!archive.keeps(topic)) {
            return new Content(next.read(), Optional.empty());
        }
        List<HeldPublication> together = new ArrayList<>();
        together.add(next);
        together.addAll(following.get());
        return keep(together);
    }

    private Content keep(List<HeldPublication> together) {
        // Of what was read before and did not come to its turn, something else has become.
        ahead.clear();
        List<HeldPublication> read = new ArrayList<>();
        List<Archive.Kept> kept = new ArrayList<>();
        long size = 0;
        for (int i = 0; i < together.size() && size <= MOST_AHEAD; i++) {
            HeldPublication held = together.get(i);
            Optional<Publication> publication = held.read();
            if (publication.isEmpty()) {
                ahead.put(held, TOO_LARGE);
            } else {
                size += publication.get().message().body().length();
                read.add(held);
                kept.add(new Archive.Kept(held.id(), publication.get()));
            }
        }
        List<ArchivePosition> positions = kept.isEmpty() ? List.of() : archive.keep(topic, kept);
        for (int i = 0; i < read.size(); i++) {
            ahead.put(read.get(i), new Content(Optional.of(kept.get(i).publication()), Optional.of(positions.get(i))));
        }
        Content wanted = ahead.remove(together.get(0));
        return wanted == null ? TOO_LARGE : wanted;
    }
}
