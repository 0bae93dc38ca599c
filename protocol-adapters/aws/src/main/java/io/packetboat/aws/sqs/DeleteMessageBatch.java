package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.ReceiptHandle;
import io.packetboat.kernel.QueueName;
import java.util.concurrent.CompletionStage;

/** Deletes up to ten received messages with one sync; each succeeds or fails alone. */
final class DeleteMessageBatch implements Operation<DeleteMessageBatch.Request> {
    private final Deliveries deliveries;

    DeleteMessageBatch(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, Batch<ReceiptHandle> batch) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                QueueUrl.of(parameters),
                Batch.read(parameters, "DeleteMessageBatchRequestEntry", DeleteMessage::handle));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        QueueName queue = request.queue().queue(call);
        return EachOfBatch.runAll(
                request.batch(),
                "DeleteMessageBatchResultEntry",
                handles -> deliveries.deleteBatch(call.caller(), queue, handles));
    }
}
