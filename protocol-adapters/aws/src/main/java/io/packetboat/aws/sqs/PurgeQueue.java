package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.delivery.Deliveries;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueDefinitions;
import java.util.concurrent.CompletionStage;

/** Deletes all messages of a queue, those too that SQS receivers hold; what other protocols' consumers hold stays. */
final class PurgeQueue implements Operation<PurgeQueue.Request> {
    private final QueueDefinitions queues;
    private final Deliveries deliveries;
    private final BlockingWork work;

    PurgeQueue(QueueDefinitions queues, Deliveries deliveries, BlockingWork work) {
        this.queues = queues;
        this.deliveries = deliveries;
        this.work = work;
    }

    record Request(QueueUrl queue) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        QueueName queue = request.queue().queue(call);
        return work.startWithoutAnswer(() -> queues.purge(call.caller(), queue))
                .thenCompose(begun -> deliveries.purge(call.caller(), queue))
                .thenApply(done -> Answer.NONE);
    }
}
