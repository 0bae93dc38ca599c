package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.queue.QueueDefinitions;
import java.util.concurrent.CompletionStage;

/** Takes a statement out of a queue's policy. */
final class RemovePermission implements Operation<RemovePermission.Request> {
    private final QueueDefinitions queues;
    private final BlockingWork work;

    RemovePermission(QueueDefinitions queues, BlockingWork work) {
        this.queues = queues;
        this.work = work;
    }

    record Request(QueueUrl queue, String label) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters), parameters.requireText("Label"));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> queues.removePermission(call.caller(), request.queue().queue(call), request.label()));
    }
}
