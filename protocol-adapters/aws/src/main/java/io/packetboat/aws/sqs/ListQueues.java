package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueDefinitions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lists the URLs of queues, whichever protocol made them. */
final class ListQueues implements Operation<ListQueues.Request> {
    private static final ListName URLS = ListName.flat("QueueUrls", "QueueUrl");

    private final QueueDefinitions queues;
    private final QueueUrls urls;

    ListQueues(QueueDefinitions queues, QueueUrls urls) {
        this.queues = queues;
        this.urls = urls;
    }

    record Request(String prefix, QueuePage page) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(parameters.text("QueueNamePrefix").orElse(""), QueuePage.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        Page<QueueName> found =
                queues.list(call.caller(), request.prefix(), request.page().wanted());
        return CompletableFuture.completedStage(answer -> {
            answer.texts(URLS, urls.of(found.items(), call));
            answer.text("NextToken", request.page().next(found));
        });
    }
}
