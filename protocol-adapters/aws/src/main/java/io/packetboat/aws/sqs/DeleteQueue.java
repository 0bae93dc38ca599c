package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.queue.QueueDefinitions;
import java.util.concurrent.CompletionStage;

/** Deletes a queue with its messages; its name is free at once, without the minute that AWS asks for. */
final class DeleteQueue implements Operation<DeleteQueue.Request> {
    private final QueueDefinitions queues;
    private final BlockingWork work;

    DeleteQueue(QueueDefinitions queues, BlockingWork work) {
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
                () -> queues.delete(call.caller(), request.queue().queue(call)));
    }
}
