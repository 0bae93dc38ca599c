package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.delivery.Deliveries;
import io.packetboat.kernel.QueueName;
import java.util.concurrent.CompletionStage;

/** Sends one message. */
final class SendMessage implements Operation<SendMessage.Request> {
    private final Deliveries deliveries;

    SendMessage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    record Request(QueueUrl queue, SendableMessage sendable) {}

    @Override
    public Request read(Parameters parameters) {
        String body = SendableMessage.requireBody(parameters, "MessageBody");
        return new Request(QueueUrl.of(parameters), SendableMessage.read(parameters, body));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        SendableMessage sendable = request.sendable();
        QueueName queue = request.queue().queue(call);
        sendable.refusalBy(queue).ifPresent(refusal -> {
            throw refusal;
        });
        return deliveries
                .send(call.caller(), queue, sendable.message())
                .thenApply(sent -> members -> sendable.writeTo(members, sent));
    }
}
