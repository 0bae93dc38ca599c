package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import java.util.Optional;

/**
 * A command that changes broker and database, noted before the broker is touched, so that a crash in between leaves
 * something to go by.
 *
 * @param wanted what the database shall hold in the end; its id is 0 for a queue that the broker has yet to make
 * @param settings what the broker shall hold in the end
 * @param creator the user that a new queue belongs to
 */
public record QueueIntent(Kind kind, StoredQueue wanted, QueueSettings settings, Optional<String> creator) {

    /** What was begun. */
    public enum Kind {
        CREATE,
        CHANGE,
        DELETE
    }

    public QueueName name() {
        return wanted.name();
    }

    static QueueIntent create(QueueDefinition wanted, Optional<String> creator) {
        return new QueueIntent(
                Kind.CREATE, new StoredQueue(wanted.name(), 0, wanted.attributes()), wanted.settings(), creator);
    }

    static QueueIntent change(StoredQueue wanted, QueueSettings settings) {
        return new QueueIntent(Kind.CHANGE, wanted, settings, Optional.empty());
    }

    static QueueIntent delete(StoredQueue queue) {
        return new QueueIntent(Kind.DELETE, queue, QueueSettings.DEFAULTS, Optional.empty());
    }
}
