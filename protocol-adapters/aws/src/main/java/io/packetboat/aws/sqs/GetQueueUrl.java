package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueDefinitions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells the URL of a queue. */
final class GetQueueUrl implements Operation<GetQueueUrl.Request> {
    private final QueueDefinitions queues;
    private final QueueUrls urls;

    GetQueueUrl(QueueDefinitions queues, QueueUrls urls) {
        this.queues = queues;
        this.urls = urls;
    }

    record Request(QueueName name, Optional<String> account) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                new QueueName(parameters.requireText("QueueName")), parameters.text("QueueOwnerAWSAccountId"));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        queues.locate(call.caller(), request.name(), request.account());
        return CompletableFuture.completedStage(answer -> answer.text("QueueUrl", urls.of(request.name(), call)));
    }
}
