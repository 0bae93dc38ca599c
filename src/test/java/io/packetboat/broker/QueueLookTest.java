package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.messaging.StoredMessage;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.utils.collections.LinkedListImpl;
import org.junit.jupiter.api.Test;

class QueueLookTest {
    private static final int DEPTH = 5;

    @Test
    void whatLiesDeeperThanAnybodyLooksIsNotTheEndOfTheQueue() {
        QueueLook look = lookAt(DEPTH + 1);

        Page<StoredMessage> first = look.page(PageRequest.first(3));
        Page<StoredMessage> second = look.page(new PageRequest(first.next().orElseThrow(), 3));

        assertThat(ids(first)).containsExactly(1L, 2L, 3L);
        assertThat(ids(second)).containsExactly(4L, 5L);
        assertThatThrownBy(() -> look.page(new PageRequest(second.next().orElseThrow(), 3)))
                .isInstanceOf(BeyondBrowsing.class)
                .hasMessageContaining("first 5 messages");
    }

    @Test
    void queueOfJustThatDepthEnds() {
        QueueLook look = lookAt(DEPTH);

        assertThat(ids(look.page(PageRequest.first(DEPTH)))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(look.page(PageRequest.first(DEPTH)).next()).isEmpty();
        assertThat(look.page(new PageRequest("5", 1)).items()).isEmpty();
    }

    @Test
    void messageIsFoundMissingOrTooDeepToTell() {
        assertThat(lookAt(DEPTH).find(5)).isPresent();
        assertThat(lookAt(DEPTH).find(6)).isEmpty();
        assertThatThrownBy(() -> lookAt(DEPTH + 1).find(6)).isInstanceOf(BeyondBrowsing.class);
    }

    private static List<Long> ids(Page<StoredMessage> page) {
        return page.items().stream().map(StoredMessage::id).toList();
    }

    private static QueueLook lookAt(int messages) {
        LinkedListImpl<MessageReference> queue = new LinkedListImpl<>();
        LongStream.rangeClosed(1, messages)
                .mapToObj(id -> new CoreMessage(id, 50))
                .map(message -> MessageReference.Factory.createReference(message, null))
                .forEach(queue::addTail);
        return new QueueLook(queue::iterator, DEPTH);
    }
}
