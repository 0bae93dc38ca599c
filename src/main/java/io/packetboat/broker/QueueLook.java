package io.packetboat.broker;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.messaging.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;

/**
 * A look along one queue in the order of delivery, from its head to a certain depth, so that it ends on a queue of 100
 * million messages too. What lies deeper is told as {@link BeyondBrowsing}, never as the end of the queue.
 */
final class QueueLook {
    /** What a page may hold before it ends early: a thousand large bodies would not fit into memory. */
    private static final long MAX_PAGE_BYTES = 4 << 20;

    private final Supplier<LinkedListIterator<MessageReference>> messages;
    private final int depth;

    QueueLook(Supplier<LinkedListIterator<MessageReference>> messages, int depth) {
        this.messages = messages;
        this.depth = depth;
    }

    /** The messages behind the one whose id is the page's key. */
    Page<StoredMessage> page(PageRequest page) {
        boolean found = page.after().isEmpty();
        long after = found ? 0 : messageId(page.after());
        List<StoredMessage> items = new ArrayList<>();
        long bytes = 0;
        try (LinkedListIterator<MessageReference> references = messages.get()) {
            for (int step = 0; references.hasNext(); step++) {
                if (step == depth && items.isEmpty()) {
                    throw new BeyondBrowsing(depth);
                }
                if (step == depth || items.size() == page.size() || bytes > MAX_PAGE_BYTES) {
                    String last = Long.toString(items.get(items.size() - 1).id());
                    return new Page<>(items, Optional.of(last));
                }
                MessageReference reference = references.next();
                if (found) {
                    items.add(MessageTranslation.stored(reference));
                    bytes += reference.getMessage().getWholeMessageSize();
                } else {
                    found = reference.getMessageID() == after;
                }
            }
        }
        return new Page<>(items, Optional.empty());
    }

    private static long messageId(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("after", "must be the id of a message");
        }
    }

    Optional<MessageReference> find(long id) {
        try (LinkedListIterator<MessageReference> references = messages.get()) {
            for (int step = 0; references.hasNext(); step++) {
                if (step == depth) {
                    throw new BeyondBrowsing(depth);
                }
                MessageReference reference = references.next();
                if (reference.getMessageID() == id) {
                    return Optional.of(reference);
                }
            }
        }
        return Optional.empty();
    }
}
