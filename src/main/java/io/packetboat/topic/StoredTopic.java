package io.packetboat.topic;

import io.packetboat.kernel.TopicName;

/** What the database holds of a topic, and what is to become of it. */
public record StoredTopic(TopicName name, State state, TopicAttributes attributes) {

    /** The row is the intent of a command that spans broker and database, too. */
    public enum State {
        /** The broker has the topic, or is to get it. */
        PRESENT,
        /** The broker is to lose the topic, and then the database. */
        DELETING
    }

    static StoredTopic present(TopicName name, TopicAttributes attributes) {
        return new StoredTopic(name, State.PRESENT, attributes);
    }

    StoredTopic deleting() {
        return new StoredTopic(name, State.DELETING, attributes);
    }
}
