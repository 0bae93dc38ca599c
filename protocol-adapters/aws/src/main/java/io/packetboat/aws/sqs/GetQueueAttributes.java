package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.wire.Printable;
import io.packetboat.queue.AttributeUnknown;
import io.packetboat.queue.DescribedQueue;
import io.packetboat.queue.QueueDefinitions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells attributes of a queue; without a name of one, none. */
final class GetQueueAttributes implements Operation<GetQueueAttributes.Request> {
    private static final ListName NAMES = ListName.flat("AttributeNames", "AttributeName");
    private static final String ALL = "All";

    private final QueueDefinitions queues;
    private final AttributeTexts attributes;

    GetQueueAttributes(QueueDefinitions queues, AttributeTexts attributes) {
        this.queues = queues;
        this.attributes = attributes;
    }

    record Request(QueueUrl queue, Set<QueueAttribute> wanted) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters), wanted(parameters.texts(NAMES)));
    }

    private static Set<QueueAttribute> wanted(List<String> names) {
        Set<QueueAttribute> wanted = EnumSet.noneOf(QueueAttribute.class);
        for (String name : names) {
            if (name.equals(ALL)) {
                return EnumSet.allOf(QueueAttribute.class);
            }
            wanted.add(Arrays.stream(QueueAttribute.values())
                    .filter(attribute -> attribute.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AttributeUnknown(Printable.of(name))));
        }
        return wanted;
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        DescribedQueue queue = queues.describe(call.caller(), request.queue().queue(call));
        Map<String, String> texts = new LinkedHashMap<>();
        request.wanted()
                .forEach(attribute -> attribute
                        .of(queue, attributes.redrive())
                        .ifPresent(value -> texts.put(attribute.name(), value)));
        return CompletableFuture.completedStage(answer -> answer.textMap(AttributeTexts.ATTRIBUTES, texts));
    }
}
