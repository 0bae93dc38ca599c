package io.packetboat.broker;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;

/**
 * Gives the user properties and the correlation data of MQTT 5 the names under which all other protocols look for them;
 * Artemis keeps both under names of its own, from which only its MQTT reads them again.
 */
final class MqttUserProperties {
    private static final String COUNT = "mqtt.user.property.exists";
    private static final String ORDERED = "mqtt.ordered.user.property.";
    private static final String CORRELATION = "mqtt.correlation.data";

    void beforeMessageRoute(Message message) {
        // Artemis' MQTT makes Core messages, and asking an AMQP one would parse it.
        if (!(message instanceof CoreMessage)) {
            return;
        }
        if (message.containsProperty(COUNT)) {
            List.copyOf(message.getPropertyNames()).forEach(name -> copy(message, name.toString()));
        }
        if (message.containsProperty(CORRELATION)) {
            correlate(message);
        }
    }

    private static void copy(Message message, String ordered) {
        if (!ordered.startsWith(ORDERED)) {
            return;
        }
        String name = ordered.substring(ordered.indexOf('.', ORDERED.length()) + 1);
        if (isOpenToApplications(name) && !message.containsProperty(name)) {
            message.putStringProperty(SimpleString.of(name), message.getSimpleStringProperty(SimpleString.of(ordered)));
        }
    }

    /** Names by JMS' rule for properties; those that steer the broker or a JMS client are not to be set this way. */
    static boolean isOpenToApplications(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart)
                && !name.startsWith("_")
                && !name.startsWith("JMS")
                && !name.startsWith("AMQ_");
    }

    private static void correlate(Message message) {
        try {
            message.setCorrelationID(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message.getBytesProperty(CORRELATION)))
                    .toString());
        } catch (CharacterCodingException e) {
            message.setCorrelationID(message.getBytesProperty(CORRELATION));
        }
    }
}
