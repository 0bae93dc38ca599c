package io.packetboat.broker.delivery;

import java.util.List;
import org.apache.activemq.artemis.api.core.SimpleString;

/** The properties by which a stored message carries what only SQS knows, beside the attributes themselves. */
final class SqsProperties {
    /** Every name of ours begins so; clients of other protocols may see them, SQS receivers never do. */
    static final String PREFIX = "_SQS_";

    static final SimpleString SENDER = SimpleString.of(PREFIX + "SenderId");
    static final SimpleString SEQUENCE = SimpleString.of(PREFIX + "SequenceNumber");
    static final SimpleString DEDUPLICATION = SimpleString.of(PREFIX + "MessageDeduplicationId");
    static final SimpleString TRACE = SimpleString.of(PREFIX + "AWSTraceHeader");

    /** And an attribute's name: its exact data type, where the property alone would not tell. */
    static final String TYPE = PREFIX + "T_";

    /** Marks of the protocols' inner workings, which no sender set. */
    private static final List<String> INNER = List.of(
            PREFIX,
            "_SNS_",
            "_AMQ_",
            "__AMQ_",
            "__HDR_",
            "JMS_AMQP_",
            "NATIVE_MESSAGE_ID",
            "mqtt.",
            "PACKETBOAT_",
            "JMSX");

    private SqsProperties() {}

    static boolean isAttribute(String property) {
        for (String prefix : INNER) {
            if (property.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }
}
