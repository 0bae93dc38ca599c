package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinitions;
import io.packetboat.topic.TopicTags;
import java.util.concurrent.CompletionStage;

/** Adds tags to a topic; one with the key of an existing tag replaces it. */
final class TagResource implements Operation<TagResource.Request> {
    private final TopicDefinitions topics;
    private final BlockingWork work;
    private final Arns arns;

    TagResource(TopicDefinitions topics, BlockingWork work, Arns arns) {
        this.topics = topics;
        this.work = work;
        this.arns = arns;
    }

    record Request(TopicName topic, TopicTags tags) {}

    @Override
    public Request read(Parameters parameters) {
        TopicTags tags = Tags.read(parameters);
        if (tags.values().isEmpty()) {
            throw SnsErrors.missing("Tags");
        }
        return new Request(arns.topic(parameters, Tags.RESOURCE), tags);
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> Tags.ofResource(() -> {
            topics.tag(call.caller(), request.topic(), request.tags());
            return answer -> {};
        }));
    }
}
