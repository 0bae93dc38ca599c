package io.packetboat.broker.fanout;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.SimpleString;

/** The properties by which a stored message carries what only SNS knows; receivers by SQS never see them. */
final class PublicationProperties {
    private static final String PREFIX = "_SNS_";
    private static final SimpleString SUBJECT = SimpleString.of(PREFIX + "Subject");

    /** And a protocol's name. The value is UTF-8, half of what Artemis makes of text: it must fit into a journal record. */
    private static final String PROTOCOL = PREFIX + "M_";

    private PublicationProperties() {}

    static void write(MessageToPublish message, ICoreMessage core) {
        message.subject().ifPresent(subject -> core.putStringProperty(SUBJECT, SimpleString.of(subject)));
        message.perProtocol()
                .forEach((protocol, body) ->
                        core.putBytesProperty(PROTOCOL + protocol, body.getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<String> subject(ICoreMessage core) {
        return Optional.ofNullable(core.getObjectProperty(SUBJECT)).map(Object::toString);
    }

    static Map<String, String> perProtocol(ICoreMessage core) {
        Map<String, String> bodies = new TreeMap<>();
        for (SimpleString name : core.getPropertyNames()) {
            String property = name.toString();
            if (property.startsWith(PROTOCOL) && core.getObjectProperty(name) instanceof byte[] body) {
                bodies.put(property.substring(PROTOCOL.length()), new String(body, StandardCharsets.UTF_8));
            }
        }
        return bodies;
    }
}
