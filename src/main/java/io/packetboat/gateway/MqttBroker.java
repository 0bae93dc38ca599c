package io.packetboat.gateway;

import io.packetboat.kernel.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An MQTT broker that the operator lets this node publish to.
 *
 * @param secure whether by TLS
 * @param user empty for a broker that asks for none
 */
public record MqttBroker(boolean secure, String host, int port, String user, String password) {
    private static final int PLAIN_PORT = 1_883;
    private static final int TLS_PORT = 8_883;

    /** Reads {@code mqtt://user:password@host:port} or {@code mqtts://...}; raises {@link InvalidValue}. */
    public static MqttBroker parse(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getPath() == null
                    || !uri.getPath().isEmpty()
                    || uri.getQuery() != null
                    || uri.getFragment() != null) {
                throw new InvalidValue(
                        "broker", "must be mqtt:// or mqtts://, user:password@ where needed, host and port");
            }
            MqttBroker place = at(uri);
            String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
            int colon = login.indexOf(':');
            return new MqttBroker(
                    place.secure(),
                    place.host(),
                    place.port(),
                    colon < 0 ? login : login.substring(0, colon),
                    colon < 0 ? "" : login.substring(colon + 1));
        } catch (URISyntaxException e) {
            // Its message would show the password.
            throw new InvalidValue("broker", "must be a URL");
        }
    }

    /** The broker of a topic's address, without a login. */
    static MqttBroker at(URI topic) {
        String scheme = String.valueOf(topic.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("mqtts");
        if (!(secure || scheme.equals("mqtt")) || topic.getHost() == null || topic.getPort() == 0) {
            throw new InvalidValue("broker", "must begin with mqtt:// or mqtts:// and name a host");
        }
        int standard = secure ? TLS_PORT : PLAIN_PORT;
        return new MqttBroker(
                secure,
                topic.getHost().toLowerCase(Locale.ROOT),
                topic.getPort() < 0 ? standard : topic.getPort(),
                "",
                "");
    }

    boolean isSamePlaceAs(MqttBroker other) {
        return secure == other.secure && host.equals(other.host) && port == other.port;
    }

    /** As the client library wants it. */
    String serverUri() {
        return (secure ? "ssl://" : "tcp://") + host + ":" + port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MqttBroker[" + serverUri() + "]";
    }
}
