package io.packetboat.broker;

import java.util.Locale;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** The protocol of a connection in our spelling: {@code amqp}, {@code core}, {@code mqtt}, {@code openwire}, {@code stomp}. */
final class ClientProtocol {
    /** For what no client's connection caused. */
    static final String NONE = "none";

    private ClientProtocol() {}

    static String of(@Nullable RemotingConnection connection) {
        return connection == null ? NONE : of(connection.getProtocolName());
    }

    /** Artemis adds the version to MQTT's name once the client has told it, so one connection has two names. */
    static String of(@Nullable String artemisName) {
        if (artemisName == null) {
            return NONE;
        }
        return artemisName.startsWith("MQTT") ? "mqtt" : artemisName.toLowerCase(Locale.ROOT);
    }
}
