package io.packetboat.fanout;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A message with {@code MessageStructure=json}: a JSON object of texts by protocol, of which {@code default} is required.
 *
 * @param body the default
 * @param perProtocol the others
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html">SNS
 *     platform-specific payloads</a>
 */
public record MessageStructure(String body, Map<String, String> perProtocol) {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String DEFAULT = "default";

    /** Raises {@link InvalidNotification} in SNS's words. Values that are no text are ignored, as SNS does. */
    public static MessageStructure parse(String message) {
        Map<String, String> bodies = new HashMap<>();
        object(message).forEach((protocol, value) -> {
            if (value instanceof JsonString text) {
                bodies.put(protocol, text.getString());
            }
        });
        String body = bodies.remove(DEFAULT);
        if (body == null) {
            throw new InvalidNotification("Message Structure - No default entry in JSON message body");
        }
        return new MessageStructure(body, bodies);
    }

    private static JsonObject object(String message) {
        try (JsonParser parser = JSON.createParser(new StringReader(message))) {
            parser.next();
            JsonObject object = parser.getObject();
            // Raises where something follows.
            if (!parser.hasNext()) {
                return object;
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static InvalidNotification unreadable() {
        return new InvalidNotification("Message Structure - JSON message body failed to parse");
    }
}
