package io.packetboat.archive;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import java.time.Instant;
import java.util.List;

/**
 * Where messages of topics are kept.
 *
 * <p>Safe for any number of threads, one of which at a time adds to a topic; a change is committed and forced to disk on
 * return. When a method fails, it raises a {@link io.packetboat.kernel.PacketboatException} of kind UNAVAILABLE; whether a
 * change took place is then unknown.
 */
public interface ArchiveStore {

    /** The topics that something is kept of. */
    List<TopicName> topics();

    /** The place of the newest message; 0 if nothing is kept. */
    ArchivePosition last(TopicName topic);

    /**
     * Adds messages in one transaction. One whose origin is there already is not added.
     *
     * @return the places of these messages, in their order
     */
    List<ArchivePosition> add(TopicName topic, List<ArchivedMessage> messages);

    /**
     * The first ones of a range, in the order of their places.
     *
     * @param most messages
     * @param mostBytes of all of them, if there is more than one
     */
    List<ArchivedMessage> read(TopicName topic, ArchiveRange range, int most, long mostBytes);

    /** Deletes so many of those that were published before; returns how many there were. */
    int deleteBefore(TopicName topic, Instant moment, int most);
}
