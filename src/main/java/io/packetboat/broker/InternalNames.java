package io.packetboat.broker;

import io.packetboat.broker.fanout.TopicIntakes;

/** The names that Artemis and its protocols keep for themselves; users never see them in lists. */
final class InternalNames {
    private InternalNames() {}

    /** Whether only those who manage the broker may touch the address in any way. */
    static boolean isManagement(String address) {
        return address.startsWith("activemq.management")
                || address.equals("activemq.notifications")
                || address.startsWith("mops.")
                || isHidden(address) && !address.startsWith("ActiveMQ.Advisory.Temp");
    }

    /** Whether an address or queue is our own: no client may touch it, be it an administrator's. */
    static boolean isOwn(String name) {
        return name.startsWith(TopicIntakes.OWN_NAMES);
    }

    /** Whether an address or queue belongs to the broker's own machinery. */
    static boolean isHidden(String name) {
        return name.startsWith("$sys.")
                || name.startsWith("$.artemis.")
                || name.startsWith("ActiveMQ.Advisory.")
                || name.startsWith("activemq.management")
                || name.equals("activemq.notifications");
    }
}
