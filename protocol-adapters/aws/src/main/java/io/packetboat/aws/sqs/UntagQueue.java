package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.queue.QueueDefinitions;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes tags off a queue; keys that it does not have are ignored. */
final class UntagQueue implements Operation<UntagQueue.Request> {
    private static final ListName KEYS = ListName.flat("TagKeys", "TagKey");

    private final QueueDefinitions queues;
    private final BlockingWork work;

    UntagQueue(QueueDefinitions queues, BlockingWork work) {
        this.queues = queues;
        this.work = work;
    }

    record Request(QueueUrl queue, List<String> keys) {}

    @Override
    public Request read(Parameters parameters) {
        List<String> keys = parameters.texts(KEYS);
        if (keys.isEmpty() && !parameters.has(KEYS.name())) {
            throw RequestRefused.missing(KEYS.name());
        }
        return new Request(QueueUrl.of(parameters), keys);
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> queues.untag(call.caller(), request.queue().queue(call), request.keys()));
    }
}
