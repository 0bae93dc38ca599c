package io.packetboat.broker.transport;

import io.netty.channel.Channel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Closes a connection for what its client did, with one line in the log and without a stack trace. */
final class Refusal {
    private static final Logger LOG = System.getLogger(Refusal.class.getName());

    private Refusal() {}

    static void close(Channel channel, String reason) {
        if (channel.isOpen()) {
            LOG.log(
                    Level.INFO,
                    "Connection of {0} on {1} closed: {2}",
                    channel.remoteAddress(),
                    channel.localAddress(),
                    reason);
            var unused = channel.close();
        }
    }
}
