package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.queue.QueueDefinitions;
import io.packetboat.queue.QueueTags;
import java.util.concurrent.CompletionStage;

/** Adds tags to a queue; one with the key of an existing tag replaces it. */
final class TagQueue implements Operation<TagQueue.Request> {
    static final MapName TAGS = MapName.flat("Tags", "Tag", "Key", "Value");

    private final QueueDefinitions queues;
    private final BlockingWork work;

    TagQueue(QueueDefinitions queues, BlockingWork work) {
        this.queues = queues;
        this.work = work;
    }

    record Request(QueueUrl queue, QueueTags tags) {}

    @Override
    public Request read(Parameters parameters) {
        if (!parameters.has(TAGS.name()) && parameters.textMap(TAGS).isEmpty()) {
            throw RequestRefused.missing(TAGS.name());
        }
        return new Request(QueueUrl.of(parameters), new QueueTags(parameters.textMap(TAGS)));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> queues.tag(call.caller(), request.queue().queue(call), request.tags()));
    }
}
