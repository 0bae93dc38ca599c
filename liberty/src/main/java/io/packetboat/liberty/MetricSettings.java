package io.packetboat.liberty;

import io.packetboat.figure.FigureConfig;
import java.util.List;

/** What monitoring systems may read. */
final class MetricSettings {
    static final Setting<Integer> MAX_QUEUES = new Setting<>(
            "packetboat.metrics.max-queues",
            "500",
            "number, 0 for none",
            "How many queues have figures of their own, the oldest ones; the rest is summed up as \"(other)\".",
            Units.integer(0, 100_000));
    /** Liberty's own configuration reads it; here it is checked and documented. */
    static final Setting<Boolean> LOGIN_REQUIRED = new Setting<>(
            "packetboat.metrics.login-required",
            "false",
            "true or false",
            "Closes /metrics, which is open to everybody otherwise; /api/v1/metrics always needs a login.",
            Units::flag);

    static final List<Setting<?>> ALL = List.of(MAX_QUEUES, LOGIN_REQUIRED);

    private MetricSettings() {}

    static FigureConfig config(Configuration values) {
        return new FigureConfig(values.value(MAX_QUEUES));
    }
}
