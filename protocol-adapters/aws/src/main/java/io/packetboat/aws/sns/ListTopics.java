package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicArns;
import io.packetboat.topic.TopicDefinitions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lists the topics that were made or subscribed to through SNS. */
final class ListTopics implements Operation<PageRequest> {
    private static final ListName TOPICS = ListName.members("Topics");

    private final TopicDefinitions topics;
    private final TopicArns arns;

    ListTopics(TopicDefinitions topics, TopicArns arns) {
        this.topics = topics;
        this.arns = arns;
    }

    @Override
    public PageRequest read(Parameters parameters) {
        return SnsPage.read(parameters);
    }

    @Override
    public CompletionStage<Answer> handle(PageRequest page, Call call) {
        Page<TopicName> found = topics.list(call.caller(), page);
        return CompletableFuture.completedStage(answer -> {
            answer.structures(
                    TOPICS,
                    found.items(),
                    (topic, members) -> members.text("TopicArn", arns.of(topic).toString()));
            answer.text("NextToken", SnsPage.next(found));
        });
    }
}
