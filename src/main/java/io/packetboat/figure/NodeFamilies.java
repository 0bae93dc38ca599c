package io.packetboat.figure;

import io.packetboat.figure.Family.Kind;
import io.packetboat.kernel.messaging.BrokerState;
import java.util.List;

/** The figures of the node as a whole. Pure. */
final class NodeFamilies {
    private NodeFamilies() {}

    static List<Family> of(BrokerState state) {
        return List.of(
                gauge(
                        "uptime_seconds",
                        "Since the broker's start",
                        state.uptime().toMillis() / 1000.0),
                gauge("queues", "Queues, temporary ones and subscriptions left out", state.queues()),
                gauge("topics", "Topics", state.topics()),
                gauge("message_memory_used_bytes", "What messages take of the heap", state.messageBytes()),
                gauge("message_memory_limit_bytes", "Where all queues start to page", state.maxMessageBytes()),
                gauge(
                        "disk_usable_bytes",
                        "What is free on the data disk",
                        state.disk().usable()),
                gauge(
                        "disk_total_bytes",
                        "The size of the data disk",
                        state.disk().total()),
                gauge(
                        "disk_reserve_bytes",
                        "Producers block below this free space",
                        state.disk().reserve()),
                gauge(
                        "producers_blocked",
                        "1 while the disk blocks producers",
                        state.disk().blocked() ? 1 : 0));
    }

    private static Family gauge(String name, String help, double value) {
        return new Family("packetboat_" + name, help, Kind.GAUGE, List.of(Sample.of(value)));
    }
}
