package io.packetboat.admin.node;

import io.packetboat.kernel.messaging.ProtocolTraffic;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went through since the broker's start. */
@Schema(
        name = "Traffic",
        requiredProperties = {
            "connectionsOpened",
            "connectionsClosed",
            "received",
            "delivered",
            "acknowledged",
            "expired",
            "killed"
        })
public record TrafficRepresentation(
        long connectionsOpened,
        long connectionsClosed,
        @Schema(description = "Messages that clients sent.") long received,

        @Schema(description = "Messages handed to consumers; each time counts.")
        long delivered,

        @Schema(description = "Messages that consumers settled.")
        long acknowledged,

        @Schema(description = "Messages that ended by their time to live.")
        long expired,

        @Schema(description = "Messages that moved to a dead-letter queue or were deleted by an operator.")
        long killed) {

    static TrafficRepresentation of(ProtocolTraffic traffic) {
        return new TrafficRepresentation(
                traffic.connectionsOpened(),
                traffic.connectionsClosed(),
                traffic.received(),
                traffic.delivered(),
                traffic.acknowledged(),
                traffic.expired(),
                traffic.killed());
    }

    /** The same for each protocol. */
    @Schema(name = "TrafficByProtocol", requiredProperties = "protocols")
    public record ByProtocol(
            @Schema(description = "By Artemis' name of the protocol.")
            Map<String, TrafficRepresentation> protocols) {

        static ByProtocol of(Map<String, ProtocolTraffic> traffic) {
            Map<String, TrafficRepresentation> protocols = new TreeMap<>();
            traffic.forEach((protocol, numbers) -> protocols.put(protocol, TrafficRepresentation.of(numbers)));
            return new ByProtocol(protocols);
        }
    }
}
