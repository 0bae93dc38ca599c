package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinitions;
import java.util.concurrent.CompletionStage;

/** Deletes a topic with all its subscriptions; does nothing if there is none. */
final class DeleteTopic implements Operation<TopicName> {
    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final Arns arns;

    DeleteTopic(TopicDefinitions topics, BlockingWork work, Arns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    @Override
    public TopicName read(Parameters parameters) {
        return arns.topic(parameters, Arns.TOPIC);
    }

    @Override
    public CompletionStage<Answer> handle(TopicName topic, Call call) {
        return work.startWithoutAnswer(() -> topics.delete(call.caller(), topic));
    }
}
