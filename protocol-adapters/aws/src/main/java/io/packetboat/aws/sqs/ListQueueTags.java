package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.queue.QueueDefinitions;
import io.packetboat.queue.QueueTags;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells a queue's tags. */
final class ListQueueTags implements Operation<ListQueueTags.Request> {
    private final QueueDefinitions queues;

    ListQueueTags(QueueDefinitions queues) {
        this.queues = queues;
    }

    record Request(QueueUrl queue) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        QueueTags tags = queues.tagsOf(call.caller(), request.queue().queue(call));
        return CompletableFuture.completedStage(answer -> answer.textMap(TagQueue.TAGS, tags.values()));
    }
}
