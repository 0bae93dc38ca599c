package io.packetboat.topic;

import io.packetboat.kernel.TopicName;
import java.util.List;

/**
 * Where definitions of topics are kept.
 *
 * <p>Safe for any number of threads; a change is committed and forced to disk on return. When a method fails, it raises a
 * {@link io.packetboat.kernel.PacketboatException} of kind UNAVAILABLE; whether a change took place is then unknown until
 * the next {@link #load}.
 */
public interface TopicStore {

    /** Everything that is stored, by name. */
    List<StoredTopic> load();

    /** Puts the topic in the place of one of the same name. */
    void put(StoredTopic topic);

    /** Forgets the topic together with all of its subscriptions. */
    void delete(TopicName name);
}
