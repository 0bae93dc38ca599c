package io.packetboat.it.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What all protocols can carry: a body of text or bytes and named texts.
 *
 * @param properties application properties; empty where the protocol (MQTT 3.1.1) has none
 * @param correlationId empty for none
 */
public record Letter(Body body, Map<String, String> properties, String correlationId) {

    public Letter {
        properties = Map.copyOf(properties);
    }

    /** A body, with the difference that JMS makes; MQTT knows bytes alone. */
    public sealed interface Body {
        byte[] bytes();

        /** Text. */
        record Text(String text) implements Body {
            @Override
            public byte[] bytes() {
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }

        /** Bytes. */
        record Bytes(byte[] bytes) implements Body {}
    }

    public static Letter text(String text) {
        return new Letter(new Body.Text(text), Map.of(), "");
    }

    public static Letter bytes(byte[] bytes) {
        return new Letter(new Body.Bytes(bytes), Map.of(), "");
    }

    public Letter with(Map<String, String> newProperties, String newCorrelationId) {
        return new Letter(body, newProperties, newCorrelationId);
    }
}
