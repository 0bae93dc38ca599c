package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Members;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.Delivery;
import io.packetboat.delivery.ReceiveRequest;
import io.packetboat.delivery.SystemAttributes;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Receives up to ten messages, at once or as soon as one comes. */
final class ReceiveMessage implements Operation<ReceiveMessage.Request> {
    private static final ListName MESSAGES = ListName.flat("Messages", "Message");
    private static final MapName ATTRIBUTES = MapName.flat("Attributes", "Attribute", "Name", "Value");
    private static final MapName MESSAGE_ATTRIBUTES =
            MapName.flat("MessageAttributes", "MessageAttribute", "Name", "Value");

    private final Deliveries deliveries;

    ReceiveMessage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, ReceiveRequest receive, WantedAttributes wanted) {}

    @Override
    public Request read(Parameters parameters) {
        ReceiveRequest receive = new ReceiveRequest(
                Range.MESSAGES.read(parameters).orElse(1),
                Range.RECEIVE_VISIBILITY.readSeconds(parameters),
                Range.WAIT.readSeconds(parameters),
                Identifier.receiveAttempt(parameters));
        return new Request(QueueUrl.of(parameters), receive, WantedAttributes.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        QueueName queue = request.queue().queue(call);
        return call.withdrawable(
                        deliveries.receive(call.caller(), queue, request.receive()),
                        () -> deliveries.receive(
                                call.caller(), queue, request.receive().withoutWait()))
                .thenApply(received -> members -> write(members, received, request.wanted()));
    }

    /** Without messages AWS leaves the list out. */
    private static void write(Members members, List<Delivery> received, WantedAttributes wanted) {
        if (!received.isEmpty()) {
            members.structures(MESSAGES, received, (delivery, message) -> write(message, delivery, wanted));
        }
    }

    private static void write(Members message, Delivery delivery, WantedAttributes wanted) {
        message.text("MessageId", delivery.id().value());
        message.text("ReceiptHandle", delivery.handle().value());
        String body = message.carried(delivery.body());
        message.text("MD5OfBody", Md5.of(body));
        message.text("Body", body);
        Map<String, String> system = system(delivery.system(), wanted);
        if (!system.isEmpty()) {
            message.textMap(ATTRIBUTES, system);
        }
        MessageAttributes attributes = wanted.of(delivery.attributes());
        if (!attributes.isEmpty()) {
            message.text("MD5OfMessageAttributes", Md5.of(attributes, message::carried));
            message.structureMap(MESSAGE_ATTRIBUTES, attributes.values(), ReceiveMessage::write);
        }
    }

    private static Map<String, String> system(SystemAttributes all, WantedAttributes wanted) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SystemAttribute attribute : SystemAttribute.values()) {
            if (wanted.wants(attribute)) {
                attribute.of(all).ifPresent(value -> values.put(attribute.wireName(), value));
            }
        }
        return values;
    }

    private static void write(Value value, Members members) {
        if (value instanceof Binary binary) {
            members.binary("BinaryValue", binary.bytes());
        } else if (value instanceof Text text) {
            members.text("StringValue", text.text());
        }
        members.text("DataType", value.dataType());
    }
}
