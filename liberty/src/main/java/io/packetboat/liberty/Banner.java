package io.packetboat.liberty;

import io.packetboat.kernel.Region;
import io.packetboat.messaging.MessagingConfig.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the console says once the node is ready: where everything is, and at the very first start how to log in. Pure.
 *
 * @param ports the open port of each listener
 * @param aws the open port of the AWS endpoint
 */
record Banner(Path dataDirectory, int http, int https, Map<Port, Integer> ports, int aws, Optional<Login> login) {
    /** Stands for a secret that was not generated. */
    static final String PRESET = "(the one you set)";

    private static final List<Line> LINES = List.of(
            new Line("AMQP 1.0", Port.AMQP, Port.AMQPS),
            new Line("MQTT 3.1.1, 5", Port.MQTT, Port.MQTTS),
            new Line("STOMP", Port.STOMP, Port.STOMPS),
            new Line("OpenWire, Core", Port.CORE, Port.CORES),
            new Line("WebSocket", Port.WS, Port.WSS));

    private record Line(String protocol, Port plain, Port tls) {}

    /**
     * The credentials that the first start made.
     *
     * @param file where they are kept for whoever missed this text
     */
    record Login(String user, String password, String accessKeyId, String secretAccessKey, Region region, Path file) {}

    int port(Port name) {
        return ports.getOrDefault(name, name.standard());
    }

    String text() {
        StringBuilder text = new StringBuilder("\nPacketboat is ready.\n\n");
        text.append(
                "  Admin API        http://localhost:%d/api/v1   https://localhost:%d/api/v1\n".formatted(http, https));
        text.append(
                "  Health, metrics  http://localhost:%d/health   http://localhost:%d/metrics\n".formatted(http, http));
        for (Line line : LINES) {
            text.append(
                    "  %-16s port %d, with TLS %d\n".formatted(line.protocol(), port(line.plain()), port(line.tls())));
        }
        text.append("  AWS endpoint     http://localhost:%d   https://localhost:%d\n".formatted(aws, aws));
        text.append("  Data             %s\n".formatted(dataDirectory));
        login.ifPresent(made -> text.append(firstStart(made)));
        return text.append('\n').toString();
    }

    /** The same without secrets, for a standard output that is a log. */
    String textForLog() {
        String text = new Banner(dataDirectory, http, https, ports, aws, Optional.empty()).text();
        return login.map(made -> text + "  The login of the user " + made.user() + " is in " + made.file() + "\n\n")
                .orElse(text);
    }

    private String firstStart(Login made) {
        return """

                This is the first start. Log in with these, they are shown only now (and kept in
                %s, which you may delete):

                  user      %s
                  password  %s

                  export AWS_ENDPOINT_URL=http://localhost:%d
                  export AWS_ACCESS_KEY_ID=%s
                  export AWS_SECRET_ACCESS_KEY=%s
                  export AWS_DEFAULT_REGION=%s
                """.formatted(
                        made.file(),
                        made.user(),
                        made.password(),
                        aws,
                        made.accessKeyId(),
                        made.secretAccessKey(),
                        made.region());
    }
}
