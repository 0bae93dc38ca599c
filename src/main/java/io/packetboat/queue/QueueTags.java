package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A queue's tags, sorted by key: at most {@value #MAX_TAGS}, keys of 1 to 128 characters, values of 0 to 256.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-tags.html">Queue
 *     tags</a>
 */
public record QueueTags(Map<String, String> values) {
    public static final int MAX_TAGS = 50;

    public static final QueueTags NONE = new QueueTags(Map.of());

    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    public QueueTags {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        if (values.size() > MAX_TAGS) {
            throw new Refused("Too many tags added for queue. A queue can have at most " + MAX_TAGS + " tags");
        }
        values.forEach(QueueTags::check);
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw new Refused("Tag keys must be between 1 and " + MAX_KEY + " characters in length.");
        }
        if (value.length() > MAX_VALUE) {
            throw new Refused("Tag values must be between 0 and " + MAX_VALUE + " characters in length.");
        }
        // Reserved on AWS; a tool that moves there would stumble over them.
        if (key.startsWith("aws:")) {
            throw new Refused("Tag keys must not begin with aws:.");
        }
    }

    /** These and the given ones; a given one replaces what has the same key. */
    QueueTags with(QueueTags more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more.values);
        return new QueueTags(all);
    }

    QueueTags without(Collection<String> keys) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(keys);
        return new QueueTags(rest);
    }

    /** Tags that no queue can have. */
    public static final class Refused extends PacketboatException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(ErrorKind.INVALID, why);
        }
    }
}
