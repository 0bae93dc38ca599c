package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.AttributeChange;
import io.packetboat.queue.QueueDefinitions;
import io.packetboat.queue.QueueTags;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Makes a queue, or finds one that has the wanted values. */
final class CreateQueue implements Operation<CreateQueue.Request> {
    private static final MapName TAGS = MapName.flat("tags", "Tag", "Key", "Value");

    private final QueueDefinitions queues;
    private final BlockingWork work;
    private final AttributeTexts attributes;
    private final QueueUrls urls;

    CreateQueue(QueueDefinitions queues, BlockingWork work, AttributeTexts attributes, QueueUrls urls) {
        this.queues = queues;
        this.work = work;
        this.attributes = attributes;
        this.urls = urls;
    }

    record Request(QueueName name, List<AttributeChange> attributes, QueueTags tags) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                new QueueName(parameters.requireText("QueueName")),
                attributes.changes(parameters.textMap(AttributeTexts.ATTRIBUTES)),
                new QueueTags(parameters.textMap(TAGS)));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> {
            queues.create(call.caller(), request.name(), request.attributes(), request.tags());
            return answer -> answer.text("QueueUrl", urls.of(request.name(), call));
        });
    }
}
