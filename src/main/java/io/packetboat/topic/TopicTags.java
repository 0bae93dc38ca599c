package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic's tags, sorted by key: at most {@value #MAX_TAGS}, keys of 1 to 128 characters, values of 0 to 256.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-tags.html">Topic tags</a>
 */
public record TopicTags(Map<String, String> values) {
    public static final int MAX_TAGS = 50;

    public static final TopicTags NONE = new TopicTags(Map.of());

    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    public TopicTags {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        if (values.size() > MAX_TAGS) {
            throw new TooMany();
        }
        values.forEach(TopicTags::check);
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw new TopicRefused("Tags", "tag keys must be 1 to " + MAX_KEY + " characters long");
        }
        if (value.length() > MAX_VALUE) {
            throw new TopicRefused("Tags", "tag values must be at most " + MAX_VALUE + " characters long");
        }
        // Reserved on AWS; a tool that moves there would stumble over them.
        if (key.startsWith("aws:")) {
            throw new TopicRefused("Tags", "tag keys must not begin with aws:");
        }
    }

    /** These and the given ones; a given one replaces what has the same key. */
    TopicTags with(TopicTags more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more.values);
        return new TopicTags(all);
    }

    TopicTags without(Collection<String> keys) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(keys);
        return new TopicTags(rest);
    }

    /** A topic would have more tags than it may. */
    public static final class TooMany extends PacketboatException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super(ErrorKind.LIMIT_EXCEEDED, "Could not complete request: tag quota of per resource exceeded");
        }
    }
}
