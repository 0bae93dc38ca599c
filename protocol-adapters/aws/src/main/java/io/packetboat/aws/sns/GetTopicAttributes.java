package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.DescribedTopic;
import io.packetboat.subscription.Subscriptions;
import java.util.concurrent.CompletionStage;

/** Tells all attributes of a topic. */
final class GetTopicAttributes implements Operation<TopicName> {
    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;

    GetTopicAttributes(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.arns = arns;
    }

    @Override
    public TopicName read(Parameters parameters) {
        return arns.topic(parameters, Arns.TOPIC);
    }

    @Override
    public CompletionStage<Answer> handle(TopicName topic, Call call) {
        return work.start(() -> {
            DescribedTopic described = subscriptions.describeTopic(call.caller(), topic);
            return answer -> answer.textMap(TopicAttributeTexts.ATTRIBUTES, TopicTexts.of(described));
        });
    }
}
