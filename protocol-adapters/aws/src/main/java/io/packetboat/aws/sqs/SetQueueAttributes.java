package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.queue.AttributeChange;
import io.packetboat.queue.QueueDefinitions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Gives attributes of a queue new values; an empty policy is taken away. */
final class SetQueueAttributes implements Operation<SetQueueAttributes.Request> {
    private final QueueDefinitions queues;
    private final BlockingWork work;
    private final AttributeTexts attributes;

    SetQueueAttributes(QueueDefinitions queues, BlockingWork work, AttributeTexts attributes) {
        this.queues = queues;
        this.work = work;
        this.attributes = attributes;
    }

    record Request(QueueUrl queue, List<AttributeChange> changes) {}

    @Override
    public Request read(Parameters parameters) {
        Map<String, String> texts = parameters.textMap(AttributeTexts.ATTRIBUTES);
        if (texts.isEmpty()) {
            throw RequestRefused.missing("Attributes");
        }
        return new Request(QueueUrl.of(parameters), attributes.changes(texts));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> queues.change(call.caller(), request.queue().queue(call), request.changes()));
    }
}
