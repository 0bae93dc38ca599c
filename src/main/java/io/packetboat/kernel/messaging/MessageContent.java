package io.packetboat.kernel.messaging;

import java.util.List;
import java.util.Map;

/** The body of a message, whichever protocol it came by. */
public sealed interface MessageContent {

    /** JMS text, an AMQP string, UTF-8 of other protocols that say so. */
    record Text(String text) implements MessageContent {}

    /** Raw bytes: everything that comes by MQTT, JMS bytes, AMQP data. */
    record Bytes(byte[] bytes) implements MessageContent {}

    /** A JMS or AMQP map; values are strings, numbers, booleans and byte arrays. */
    record Mapping(Map<String, Object> entries) implements MessageContent {
        public Mapping {
            entries = Map.copyOf(entries);
        }
    }

    /** A JMS stream or AMQP list; values as in a map. */
    record Listing(List<Object> values) implements MessageContent {
        public Listing {
            values = List.copyOf(values);
        }
    }

    /** A serialised Java object, which is never opened here. */
    record Serialized(byte[] bytes) implements MessageContent {}

    /** No body at all. */
    record Empty() implements MessageContent {}

    /** Too large to show, or not readable; {@code why} says which. */
    record Withheld(String why) implements MessageContent {}
}
