package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.sqs.ChangeMessageVisibility.Change;
import io.packetboat.delivery.Deliveries;
import io.packetboat.kernel.QueueName;
import java.util.concurrent.CompletionStage;

/** Hides up to ten received messages for longer or shorter; each succeeds or fails alone. */
final class ChangeMessageVisibilityBatch implements Operation<ChangeMessageVisibilityBatch.Request> {
    private final Deliveries deliveries;

    ChangeMessageVisibilityBatch(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, Batch<Change> batch) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                QueueUrl.of(parameters),
                Batch.read(parameters, "ChangeMessageVisibilityBatchRequestEntry", Change::read));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        QueueName queue = request.queue().queue(call);
        return EachOfBatch.run(
                request.batch(),
                "ChangeMessageVisibilityBatchResultEntry",
                change -> deliveries.changeVisibility(call.caller(), queue, change.handle(), change.timeout()));
    }
}
