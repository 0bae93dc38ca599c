package io.packetboat.gateway;

import io.packetboat.kernel.InvalidValue;
import java.net.URI;

/** A topic of a broker, as an endpoint names it: {@code mqtt://host:1883/a/b} is the topic {@code a/b}. */
record MqttTopicAddress(MqttBroker broker, String topic) {

    /** Raises {@link InvalidValue}. */
    static MqttTopicAddress of(URI endpoint) {
        MqttBroker broker = MqttBroker.at(endpoint);
        if (endpoint.getRawUserInfo() != null) {
            throw new InvalidValue("endpoint", "must hold no login; the operator sets it");
        }
        if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new InvalidValue("endpoint", "must end with the topic");
        }
        String path = endpoint.getPath();
        String topic = path.isEmpty() ? "" : path.substring(1);
        if (topic.isEmpty()
                || topic.startsWith("$")
                || topic.length() > 1_024
                || !topic.chars().allMatch(MqttTopicAddress::fits)) {
            throw new InvalidValue("endpoint", "must name a topic without wildcards");
        }
        return new MqttTopicAddress(broker, topic);
    }

    private static boolean fits(int character) {
        return character != '+' && character != '#' && !Character.isISOControl(character);
    }
}
