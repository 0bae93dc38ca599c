package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinitions;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes tags off a topic; keys that it does not have are ignored. */
final class UntagResource implements Operation<UntagResource.Request> {
    private static final ListName KEYS = ListName.members("TagKeys");

    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final Arns arns;

    UntagResource(TopicDefinitions topics, BlockingWork work, Arns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    record Request(TopicName topic, List<String> keys) {}

    @Override
    public Request read(Parameters parameters) {
        List<String> keys = parameters.texts(KEYS);
        if (keys.isEmpty()) {
            throw SnsErrors.missing(KEYS.name());
        }
        return new Request(arns.topic(parameters, Tags.RESOURCE), keys);
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> Tags.ofResource(() -> {
            topics.untag(call.caller(), request.topic(), request.keys());
            return answer -> {};
        }));
    }
}
