package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.queue.QueueDefinitions;
import java.util.concurrent.CompletionStage;

/** Deletes all messages of a queue. */
final class PurgeQueue implements Operation<PurgeQueue.Request> {
    private final QueueDefinitions queues;
    private final BlockingWork work;

    PurgeQueue(QueueDefinitions queues, BlockingWork work) {
        this.queues = queues;
        this.work = work;
    }

    record Request(QueueUrl queue) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> queues.purge(call.caller(), request.queue().queue(call)));
    }
}
