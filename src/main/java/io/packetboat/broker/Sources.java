package io.packetboat.broker;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Where connections come from, and by which listener. */
final class Sources {
    private final List<Listener> listeners;
    private final Ports ports;

    /** The ports that listeners really have. */
    interface Ports {
        Optional<Integer> of(String listener);
    }

    Sources(List<Listener> listeners, Ports ports) {
        this.listeners = List.copyOf(listeners);
        this.ports = ports;
    }

    /** The remote IP address: Artemis says {@code /192.0.2.1:50312}, we say {@code 192.0.2.1}. */
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

    /** Who the session acts for; empty for the broker's own sessions. */
    Optional<Caller> callerOf(ServerSession session) {
        String user = session.getValidatedUser();
        if (user == null) {
            return Optional.empty();
        }
        RemotingConnection connection = session.getRemotingConnection();
        return Logins.callerOf(connection.getSubject())
                .filter(caller -> caller.user().value().equals(user))
                .or(() -> Optional.of(Origin.of(connection).callerFor(new UserName(user))));
    }

    /** The listener that accepted the connection; empty for connections inside the process. */
    Optional<Listener> listenerOf(@Nullable RemotingConnection connection) {
        if (connection == null || connection.getTransportConnection() == null) {
            return Optional.empty();
        }
        String local = connection.getTransportLocalAddress();
        return listeners.stream()
                .filter(listener -> ports.of(listener.name())
                        .map(port -> local != null && local.endsWith(":" + port))
                        .orElse(false))
                .findFirst();
    }
}
