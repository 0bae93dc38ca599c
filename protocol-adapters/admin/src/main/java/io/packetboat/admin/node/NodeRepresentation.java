package io.packetboat.admin.node;

import io.packetboat.admin.json.Seconds;
import io.packetboat.kernel.messaging.BrokerState;
import io.packetboat.kernel.messaging.DiskState;
import io.packetboat.node.NodeState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** This node as a whole. */
@Schema(
        name = "Node",
        requiredProperties = {
            "version",
            "brokerVersion",
            "uptimeSeconds",
            "role",
            "connections",
            "queues",
            "topics",
            "memory",
            "disk",
            "traffic",
            "rates"
        })
public record NodeRepresentation(
        @Schema(description = "Packetboat's version.") String version,

        @Schema(description = "The version of Artemis, the broker in it.")
        String brokerVersion,

        @Schema(description = "Seconds since the broker's start.")
        double uptimeSeconds,

        @Schema(
                description = "`active` serves clients, `standby` waits to take over.",
                enumeration = {"active", "standby"})
        String role,

        int connections,
        int queues,
        int topics,
        Memory memory,
        Disk disk,

        @Schema(description = "Over all protocols since the broker's start.")
        TrafficRepresentation traffic,

        Rates rates) {

    static NodeRepresentation of(NodeState node) {
        BrokerState state = node.broker();
        return new NodeRepresentation(
                node.version(),
                state.version(),
                Seconds.of(state.uptime()),
                state.active() ? "active" : "standby",
                state.connections(),
                state.queues(),
                state.topics(),
                new Memory(state.messageBytes(), state.maxMessageBytes()),
                Disk.of(state.disk()),
                TrafficRepresentation.of(state.traffic()),
                Rates.of(state.rates()));
    }

    /** What messages take of the heap. */
    @Schema(
            name = "Memory",
            requiredProperties = {"messageBytes", "maxMessageBytes"})
    public record Memory(
            @Schema(description = "What messages take now, in bytes.")
            long messageBytes,

            @Schema(description = "Where all queues start to page to disk, in bytes.")
            long maxMessageBytes) {}

    /** The data directory's disk. */
    @Schema(
            name = "Disk",
            requiredProperties = {"usableBytes", "totalBytes", "reserveBytes", "producersBlocked"})
    public record Disk(
            @Schema(description = "What can still be written, in bytes.")
            long usableBytes,

            @Schema(description = "The file system's size, in bytes.")
            long totalBytes,

            @Schema(description = "Producers are blocked while less than this is usable, in bytes.")
            long reserveBytes,

            @Schema(description = "Whether they are blocked now; consumption and deletion go on.")
            boolean producersBlocked) {

        static Disk of(DiskState disk) {
            return new Disk(disk.usable(), disk.total(), disk.reserve(), disk.blocked());
        }
    }

    /** Messages a second. */
    @Schema(
            name = "Rates",
            description = "Messages a second, over the last seconds.",
            requiredProperties = {"receivedPerSecond", "deliveredPerSecond", "acknowledgedPerSecond"})
    public record Rates(double receivedPerSecond, double deliveredPerSecond, double acknowledgedPerSecond) {

        static Rates of(BrokerState.Rates rates) {
            return new Rates(rates.received(), rates.delivered(), rates.acknowledged());
        }
    }
}
