package io.packetboat.broker;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.selector.filter.Filterable;

/**
 * Picks the messages that can go back to where they came from, all or one. Artemis counts a message without a living
 * origin as returned and leaves it where it is, so such a one must not be offered to it.
 */
record Returnable(Optional<Long> id, Predicate<String> queueExists) implements Filter {

    @Override
    public boolean match(Message message) {
        Object queue = message.getBrokerProperty(Message.HDR_ORIGINAL_QUEUE);
        return queue != null
                && id.map(wanted -> wanted == message.getMessageID()).orElse(true)
                && queueExists.test(queue.toString());
    }

    @Override
    public boolean match(Map<String, String> map) {
        return false;
    }

    @Override
    public boolean match(Filterable filterable) {
        return filterable instanceof Message message && match(message);
    }

    @Override
    public SimpleString getFilterString() {
        return SimpleString.of("");
    }
}
