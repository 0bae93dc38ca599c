package io.packetboat.broker;

import io.netty.handler.ssl.SslHandler;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Where and how a connection came in: the IP address, and whether it is encrypted. */
record Origin(String source, boolean secure) {

    static Origin of(@Nullable RemotingConnection connection) {
        return new Origin(Sources.of(connection), connection != null && isEncrypted(connection));
    }

    Caller callerFor(UserName user) {
        return new Caller(user, source, Caller.Door.MESSAGING, secure);
    }

    private static boolean isEncrypted(RemotingConnection connection) {
        return connection.getTransportConnection() instanceof NettyConnection netty
                && netty.getChannel().pipeline().get(SslHandler.class) != null;
    }
}
