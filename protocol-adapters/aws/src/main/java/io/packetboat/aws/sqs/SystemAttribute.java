package io.packetboat.aws.sqs;

import io.packetboat.delivery.SystemAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What ReceiveMessage tells of a message besides its content, on request. */
enum SystemAttribute {
    SENDER_ID("SenderId", SystemAttributes::senderId),
    SENT_TIMESTAMP("SentTimestamp", all -> Optional.of(all.sent().toEpochMilli())),
    APPROXIMATE_RECEIVE_COUNT("ApproximateReceiveCount", all -> Optional.of(all.receiveCount())),
    APPROXIMATE_FIRST_RECEIVE_TIMESTAMP(
            "ApproximateFirstReceiveTimestamp",
            all -> Optional.of(all.firstReceived().toEpochMilli())),
    SEQUENCE_NUMBER("SequenceNumber", SystemAttributes::sequence),
    MESSAGE_DEDUPLICATION_ID("MessageDeduplicationId", SystemAttributes::deduplication),
    MESSAGE_GROUP_ID("MessageGroupId", SystemAttributes::group),
    AWS_TRACE_HEADER("AWSTraceHeader", SystemAttributes::traceHeader),
    DEAD_LETTER_QUEUE_SOURCE_ARN("DeadLetterQueueSourceArn", SystemAttributes::deadLetterSource);

    /** As the wire spells them. */
    static final Set<String> NAMES =
            Arrays.stream(values()).map(SystemAttribute::wireName).collect(Collectors.toUnmodifiableSet());

    private final String wireName;
    private final Function<SystemAttributes, Optional<?>> value;

    SystemAttribute(String wireName, Function<SystemAttributes, Optional<?>> value) {
        this.wireName = wireName;
        this.value = value;
    }

    String wireName() {
        return wireName;
    }

    Optional<String> of(SystemAttributes attributes) {
        return value.apply(attributes).map(Object::toString);
    }
}
