package io.packetboat.liberty;

import io.packetboat.messaging.MessagingConfig;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Ports and limits of the open protocols. */
final class MessagingSettings {
    static final Setting<String> HOST = new Setting<>(
            "packetboat.messaging.host",
            "0.0.0.0",
            "address, 0.0.0.0 for all",
            "Where all messaging ports listen.",
            Units::text);
    static final Setting<Integer> MAX_FRAME_SIZE = new Setting<>(
            "packetboat.messaging.max-frame-size",
            "1MiB",
            "size",
            "The largest frame of AMQP; messages may be larger, clients split them into frames.",
            Units.size("512B", "1GiB"));
    static final Setting<Integer> MAX_MESSAGE_SIZE = new Setting<>(
            "packetboat.messaging.max-message-size",
            "10MiB",
            "size",
            "The largest message that MQTT, STOMP, OpenWire and WebSocket clients may send, which send it in one piece.",
            Units.size("1KiB", "1GiB"));
    static final Setting<Integer> MAX_CONNECTIONS = new Setting<>(
            "packetboat.messaging.max-connections",
            "20000",
            "number",
            "The most connections that each messaging port holds at a time.",
            Units.integer(1, 10_000_000));

    private MessagingSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(HOST, MAX_FRAME_SIZE, MAX_MESSAGE_SIZE, MAX_CONNECTIONS));
        Arrays.stream(Port.values()).map(MessagingSettings::port).forEach(all::add);
        return all;
    }

    static MessagingConfig config(Configuration configuration) {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            ports.put(port, configuration.value(port(port)));
        }
        return new MessagingConfig(
                configuration.value(HOST),
                ports,
                configuration.value(MAX_FRAME_SIZE),
                configuration.value(MAX_MESSAGE_SIZE),
                configuration.value(MAX_CONNECTIONS));
    }

    private static Setting<Integer> port(Port port) {
        return new Setting<>(
                port.key(),
                Integer.toString(port.standard()),
                "port, 0 for any free one",
                port.meaning(),
                Units.integer(0, 65_535));
    }
}
