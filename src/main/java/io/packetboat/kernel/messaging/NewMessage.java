package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A message to send.
 *
 * @param content text, bytes, a map or nothing
 * @param properties by name; values are strings, numbers and booleans
 * @param priority 0 to 9, JMS's usual is 4
 * @param durable whether it survives a restart
 * @param timeToLive after which it ends unread
 */
public record NewMessage(
        MessageContent content,
        Map<String, Object> properties,
        Optional<String> correlationId,
        int priority,
        boolean durable,
        Optional<Duration> timeToLive) {

    public NewMessage {
        properties = Map.copyOf(properties);
        if (priority < 0 || priority > 9) {
            throw new InvalidValue("priority", "must be between 0 and 9");
        }
        timeToLive.filter(time -> time.toMillis() < 1).ifPresent(wrong -> {
            throw new InvalidValue("timeToLive", "must be at least 1 ms");
        });
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            Object value = property.getValue();
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new InvalidValue("properties." + property.getKey(), "must be a string, a number or a boolean");
            }
        }
    }

    /** A durable text message without properties. */
    public static NewMessage text(String text) {
        return new NewMessage(new MessageContent.Text(text), Map.of(), Optional.empty(), 4, true, Optional.empty());
    }
}
