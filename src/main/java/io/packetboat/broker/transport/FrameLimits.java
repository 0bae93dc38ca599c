package io.packetboat.broker.transport;

import java.util.Map;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * How large a frame may be.
 *
 * @param beforeLogin bytes in the first frames, in which clients introduce themselves
 * @param afterwards bytes in every other frame
 */
record FrameLimits(int beforeLogin, int afterwards) {
    static final int INTRODUCTION = 64 << 10;
    /** For a listener that names none. */
    static final int STANDARD = 10 << 20;

    /** A listener names its limit in the parameter for WebSocket, which is spoken on every port of Artemis. */
    static FrameLimits of(Map<String, Object> transport) {
        Object limit = transport.get(TransportConstants.WEB_SOCKET_MAX_FRAME_PAYLOAD_LENGTH);
        int afterwards = limit == null ? STANDARD : Integer.parseInt(limit.toString());
        return new FrameLimits(Math.min(INTRODUCTION, afterwards), afterwards);
    }
}
