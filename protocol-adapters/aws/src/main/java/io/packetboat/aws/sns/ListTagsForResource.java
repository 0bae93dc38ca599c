package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicDefinitions;
import io.packetboat.topic.TopicTags;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells a topic's tags. */
final class ListTagsForResource implements Operation<TopicName> {
    private final TopicDefinitions topics;
    private final Arns arns;

    ListTagsForResource(TopicDefinitions topics, Arns arns) {
        this.topics = topics;
        this.arns = arns;
    }

    @Override
    public TopicName read(Parameters parameters) {
        return arns.topic(parameters, Tags.RESOURCE);
    }

    @Override
    public CompletionStage<Answer> handle(TopicName topic, Call call) {
        TopicTags tags = Tags.ofResource(() -> topics.tagsOf(call.caller(), topic));
        return CompletableFuture.completedStage(answer -> Tags.write(tags, answer));
    }
}
