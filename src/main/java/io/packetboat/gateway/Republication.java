package io.packetboat.gateway;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/**
 * A notification on its way to another topic.
 *
 * @param attributes as envelopes have them
 */
record Republication(String message, JsonObject attributes) {
    /** How often a message may be republished; more often it goes in circles. */
    static final int MOST_HOPS = 8;

    /** Counts how often it was; the user property of that name, which comes back as an attribute. */
    private static final String HOPS = "packetboat.hops";

    static Republication of(OpenedEnvelope envelope) {
        return new Republication(envelope.message(), envelope.attributes());
    }

    boolean goesInCircles() {
        return hops() >= MOST_HOPS;
    }

    private int hops() {
        if (!attributes.containsKey(HOPS)) {
            return 0;
        }
        try {
            return Integer.parseInt(value(HOPS));
        } catch (NumberFormatException e) {
            // Whoever published it wrote that.
            return 0;
        }
    }

    MqttMessage forMqtt() {
        List<UserProperty> properties = new ArrayList<>();
        attributes.keySet().stream()
                .filter(name -> !name.equals(HOPS))
                .forEach(name -> properties.add(new UserProperty(name, value(name))));
        properties.add(new UserProperty(HOPS, Integer.toString(hops() + 1)));
        MqttProperties own = new MqttProperties();
        own.setUserProperties(properties);
        own.setPayloadFormat(true);
        return new MqttMessage(message.getBytes(StandardCharsets.UTF_8), 1, false, own);
    }

    private String value(String name) {
        return attributes.getJsonObject(name).getString("Value");
    }
}
