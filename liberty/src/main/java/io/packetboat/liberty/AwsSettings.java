package io.packetboat.liberty;

import io.packetboat.aws.endpoint.AwsConfig;
import java.time.Duration;
import java.util.List;

/** Port and limits of the AWS endpoint. */
final class AwsSettings {
    static final Setting<String> HOST = new Setting<>(
            "packetboat.aws.host",
            "0.0.0.0",
            "address, 0.0.0.0 for all",
            "Where the AWS endpoint listens.",
            Units::text);
    static final Setting<Integer> PORT = new Setting<>(
            AwsConfig.PORT_KEY,
            Integer.toString(AwsConfig.STANDARD_PORT),
            "port, 0 for any free one",
            "The AWS endpoint, plain and with TLS.",
            Units.integer(0, 65_535));
    static final Setting<Integer> MAX_REQUEST_SIZE = new Setting<>(
            "packetboat.aws.max-request-size",
            "8MiB",
            "size",
            "The largest body of a request, and what a compressed one may inflate to; a message of 1 MiB can take six times"
                    + " that in JSON.",
            Units.size("64KiB", "1GiB"));
    static final Setting<Integer> MAX_PENDING_PERCENT = new Setting<>(
            "packetboat.aws.max-pending-percent",
            "12",
            "percent of the heap",
            "What all requests together may take, heads and bodies, that are being received or served; beyond it they are"
                    + " refused with 503.",
            Units.integer(1, 50));
    static final Setting<Integer> MAX_CONNECTIONS = new Setting<>(
            "packetboat.aws.max-connections",
            "20000",
            "number",
            "The most connections that the AWS endpoint holds at a time.",
            Units.integer(1, 10_000_000));
    static final Setting<Duration> IDLE_TIMEOUT = new Setting<>(
            "packetboat.aws.idle-timeout",
            "90s",
            "duration",
            "How long a connection may be silent between two requests.",
            Units.duration("1s", "1d"));
    static final List<Setting<?>> ALL =
            List.of(HOST, PORT, MAX_REQUEST_SIZE, MAX_PENDING_PERCENT, MAX_CONNECTIONS, IDLE_TIMEOUT);

    private AwsSettings() {}

    static AwsConfig config(Configuration values, long maxHeap) {
        AwsConfig.Patience patience = AwsConfig.Patience.DEFAULT;
        return new AwsConfig(
                values.value(HOST),
                values.value(PORT),
                values.value(MAX_REQUEST_SIZE),
                maxHeap / 100 * values.value(MAX_PENDING_PERCENT),
                values.value(MAX_CONNECTIONS),
                new AwsConfig.Patience(patience.progress(), patience.request(), values.value(IDLE_TIMEOUT)));
    }
}
