package io.packetboat.figure;

import io.packetboat.broker.ProtocolFigures;
import io.packetboat.figure.Family.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The figures of protocols; every protocol has them from the start, so that the first event is a step from zero. Pure. */
final class ProtocolFamilies {
    private static final List<String> PROTOCOLS = List.of("amqp", "core", "mqtt", "openwire", "stomp");

    private ProtocolFamilies() {}

    static List<Family> of(Map<String, ProtocolFigures> rows) {
        return List.of(
                family(rows, "connections", "Connections open", Kind.GAUGE, ProtocolFigures::connections),
                total(rows, "connections_opened_total", "Connections opened", ProtocolFigures::connectionsOpened),
                total(rows, "logins_accepted_total", "Logins let in", ProtocolFigures::loginsAccepted),
                total(rows, "logins_refused_total", "Logins refused", ProtocolFigures::loginsRefused),
                total(rows, "messages_received_total", "Messages that clients sent", ProtocolFigures::received),
                total(rows, "messages_delivered_total", "Messages handed to consumers", ProtocolFigures::delivered));
    }

    private static Family total(
            Map<String, ProtocolFigures> rows, String name, String help, ToLongFunction<ProtocolFigures> figure) {
        return family(rows, name, help, Kind.COUNTER, figure);
    }

    private static Family family(
            Map<String, ProtocolFigures> rows,
            String name,
            String help,
            Kind kind,
            ToLongFunction<ProtocolFigures> figure) {
        return new Family(
                "packetboat_" + name,
                help,
                kind,
                PROTOCOLS.stream()
                        .map(protocol -> Sample.of(
                                "protocol",
                                protocol,
                                figure.applyAsLong(rows.getOrDefault(protocol, ProtocolFigures.NONE))))
                        .toList());
    }
}
