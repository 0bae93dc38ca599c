package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueDefinitions;
import java.util.concurrent.CompletionStage;

/** Lists the URLs of the queues whose dead letters come to a queue. */
final class ListDeadLetterSourceQueues implements Operation<ListDeadLetterSourceQueues.Request> {
    private static final ListName URLS = ListName.flat("queueUrls", "QueueUrl");

    private final QueueDefinitions queues;
    private final BlockingWork work;
    private final QueueUrls urls;

    ListDeadLetterSourceQueues(QueueDefinitions queues, BlockingWork work, QueueUrls urls) {
        this.queues = queues;
        this.work = work;
        this.urls = urls;
    }

    record Request(QueueUrl queue, QueuePage page) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(QueueUrl.of(parameters), QueuePage.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> {
            Page<QueueName> found = queues.listDeadLetterSources(
                    call.caller(), request.queue().queue(call), request.page().wanted());
            return answer -> {
                answer.texts(URLS, urls.of(found.items(), call));
                answer.text("NextToken", request.page().next(found));
            };
        });
    }
}
