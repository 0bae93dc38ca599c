package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.subscription.DescribedSubscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.Subscriptions;
import java.util.concurrent.CompletionStage;

/** Tells all attributes of a subscription. */
final class GetSubscriptionAttributes implements Operation<SubscriptionId> {
    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;

    GetSubscriptionAttributes(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.arns = arns;
    }

    @Override
    public SubscriptionId read(Parameters parameters) {
        return arns.subscription(parameters);
    }

    @Override
    public CompletionStage<Answer> handle(SubscriptionId subscription, Call call) {
        return work.start(() -> {
            DescribedSubscription described = subscriptions.describe(call.caller(), subscription);
            return answer -> answer.textMap(
                    SubscriptionAttributeTexts.ATTRIBUTES, new SubscriptionAttributeTexts(arns).of(described));
        });
    }
}
