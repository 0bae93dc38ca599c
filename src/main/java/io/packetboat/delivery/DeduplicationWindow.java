package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.queue.FifoSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a FIFO queue accepted within the last five minutes. Not for more than one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html">SQS
 *     message deduplication</a>
 */
final class DeduplicationWindow {
    static final Duration LENGTH = Duration.ofMinutes(5);

    private final Map<DeduplicationMark.Key, DeduplicationMark> byKey = new HashMap<>();
    private final Deque<DeduplicationMark> oldestFirst = new ArrayDeque<>();

    /** @param restored what was accepted before a restart */
    DeduplicationWindow(List<DeduplicationMark> restored) {
        restored.stream().sorted(Comparator.comparing(DeduplicationMark::sent)).forEach(this::add);
    }

    /** The id that a message has, by itself or for its content. */
    static DeduplicationId idOf(OutgoingMessage message) {
        return message.deduplication()
                .orElseGet(() -> new DeduplicationId(HexFormat.of().formatHex(sha256(message.body()))));
    }

    /** The key of an id within what the queue compares it with. */
    static DeduplicationMark.Key keyOf(
            DeduplicationId id, Optional<MessageGroupId> group, FifoSettings.DeduplicationScope scope) {
        String text = switch (scope) {
            case QUEUE -> id.value();
            case MESSAGE_GROUP -> {
                String name = group.map(MessageGroupId::value).orElse("");
                yield name.length() + ":" + name + id.value();
            }
        };
        ByteBuffer sum = ByteBuffer.wrap(sha256(scope.name() + text));
        return new DeduplicationMark.Key(sum.getLong(), sum.getLong());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<DeduplicationMark> find(DeduplicationMark.Key key, Instant now) {
        return Optional.ofNullable(byKey.get(key)).filter(mark -> !isOver(mark, now));
    }

    void add(DeduplicationMark mark) {
        byKey.put(mark.key(), mark);
        oldestFirst.addLast(mark);
    }

    /** Takes back what came to be in a send that failed. */
    void remove(DeduplicationMark mark) {
        byKey.remove(mark.key(), mark);
        oldestFirst.remove(mark);
    }

    /** Takes out what is over. */
    List<DeduplicationMark> takeOver(Instant now) {
        List<DeduplicationMark> over = new ArrayList<>();
        for (DeduplicationMark oldest = oldestFirst.peekFirst();
                oldest != null && isOver(oldest, now);
                oldest = oldestFirst.peekFirst()) {
            oldestFirst.removeFirst();
            byKey.remove(oldest.key(), oldest);
            over.add(oldest);
        }
        return over;
    }

    /** When there is something to take out again. */
    Optional<Instant> nextOver() {
        return Optional.ofNullable(oldestFirst.peekFirst())
                .map(oldest -> oldest.sent().plus(LENGTH));
    }

    private static boolean isOver(DeduplicationMark mark, Instant now) {
        return !mark.sent().plus(LENGTH).isAfter(now);
    }

    int size() {
        return byKey.size();
    }
}
