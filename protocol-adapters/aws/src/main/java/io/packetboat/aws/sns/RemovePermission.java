package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinitions;
import java.util.concurrent.CompletionStage;

/** Takes a statement out of a topic's policy. */
final class RemovePermission implements Operation<RemovePermission.Request> {
    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final Arns arns;

    RemovePermission(TopicDefinitions topics, BlockingWork work, Arns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    record Request(TopicName topic, String label) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(arns.topic(parameters, Arns.TOPIC), Arns.required(parameters, "Label"));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(() -> topics.removePermission(call.caller(), request.topic(), request.label()));
    }
}
