package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.delivery.OutgoingMessage;
import io.packetboat.delivery.SentMessage;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.Utf8;
import io.packetboat.queue.QueueAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * A message to send together with the sums that its answer carries; common to the single send and the batch.
 *
 * @param message what goes to the queue
 * @param bodySum MD5 of the body
 */
record SendableMessage(OutgoingMessage message, String bodySum) {

    /** Reads the message's members; raises {@link RequestRefused} in AWS's words. */
    static SendableMessage read(Parameters parameters, String body) {
        OutgoingMessage message = new OutgoingMessage(
                body,
                AttributeReader.attributes(parameters),
                Range.DELAY.readSeconds(parameters),
                Identifier.group(parameters),
                Identifier.deduplication(parameters),
                AttributeReader.traceHeader(parameters));
        return new SendableMessage(message, Md5.of(body));
    }

    /** The body; an empty one is a missing one, as AWS has it. */
    static String requireBody(Parameters parameters, String shownName) {
        return parameters
                .text("MessageBody")
                .filter(body -> !body.isEmpty())
                .orElseThrow(() -> RequestRefused.missing(shownName));
    }

    /** Why this message cannot go to that queue, as far as the request tells: messages of FIFO queues have a group. */
    Optional<RequestRefused> refusalBy(QueueName queue) {
        return QueueAttributes.isFifo(queue) && message.group().isEmpty()
                ? Optional.of(RequestRefused.missing("MessageGroupId"))
                : Optional.empty();
    }

    /** What counts towards the limit of a batch, in bytes. */
    long size() {
        return Utf8.length(message.body()) + message.attributes().size();
    }

    void writeTo(Members members, SentMessage sent) {
        members.text("MD5OfMessageBody", bodySum);
        if (!message.attributes().isEmpty()) {
            members.text("MD5OfMessageAttributes", Md5.of(message.attributes()));
        }
        members.text("MD5OfMessageSystemAttributes", systemSum());
        members.text("MessageId", sent.id().value());
        members.text("SequenceNumber", sent.sequence().map(Object::toString));
    }

    private Optional<String> systemSum() {
        return message.traceHeader()
                .map(header -> Md5.of(new MessageAttributes(Map.of("AWSTraceHeader", Text.string(header)))));
    }
}
