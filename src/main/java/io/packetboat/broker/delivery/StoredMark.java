package io.packetboat.broker.delivery;

import org.apache.activemq.artemis.core.server.MessageReference;
import org.jspecify.annotations.Nullable;

/**
 * A message's mark and the number of its journal record, kept with the reference.
 *
 * @param record 0 for a message that does not outlive the broker
 */
record StoredMark(long record, ReceiveMark mark) {

    static @Nullable StoredMark of(MessageReference reference) {
        return reference.getProtocolData(StoredMark.class);
    }

    void keepWith(MessageReference reference) {
        reference.setProtocolData(StoredMark.class, this);
    }
}
