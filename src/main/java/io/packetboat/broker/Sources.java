package io.packetboat.broker;

import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Where a connection comes from: Artemis says {@code /192.0.2.1:50312}, we say {@code 192.0.2.1}. */
final class Sources {
    private Sources() {}

    static String of(@Nullable RemotingConnection connection) {
        return connection == null ? "" : withoutPort(connection.getRemoteAddress());
    }

    static String withoutPort(@Nullable String remoteAddress) {
        if (remoteAddress == null) {
            return "";
        }
        String address = remoteAddress.substring(remoteAddress.lastIndexOf('/') + 1);
        int port = address.lastIndexOf(':');
        String host = port < 0 ? address : address.substring(0, port);
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
