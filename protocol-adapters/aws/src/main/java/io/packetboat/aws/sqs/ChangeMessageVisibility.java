package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.delivery.Deliveries;
import io.packetboat.delivery.ReceiptHandle;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Hides a received message for longer or shorter. */
final class ChangeMessageVisibility implements Operation<ChangeMessageVisibility.Request> {
    private final Deliveries deliveries;

    ChangeMessageVisibility(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, Change change) {}

    /**
     * What a request, or an entry of a batch, asks for.
     *
     * @param timeout from now on
     */
    record Change(ReceiptHandle handle, Duration timeout) {
        static Change read(Parameters parameters) {
            return new Change(DeleteMessage.handle(parameters), Range.VISIBILITY.requireSeconds(parameters));
        }
    }

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters), Change.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        Change change = request.change();
        return deliveries
                .changeVisibility(call.caller(), request.queue().queue(call), change.handle(), change.timeout())
                .thenApply(done -> Answer.NONE);
    }
}
