package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.ReceiptHandle;
import java.util.concurrent.CompletionStage;

/** Deletes a received message. */
final class DeleteMessage implements Operation<DeleteMessage.Request> {
    private final Deliveries deliveries;

    DeleteMessage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, ReceiptHandle handle) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters), handle(parameters));
    }

    /** The receipt handle that a request or an entry of a batch must have. */
    static ReceiptHandle handle(Parameters parameters) {
        return new ReceiptHandle(parameters.requireText("ReceiptHandle"));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return deliveries
                .delete(call.caller(), request.queue().queue(call), request.handle())
                .thenApply(done -> Answer.NONE);
    }
}
