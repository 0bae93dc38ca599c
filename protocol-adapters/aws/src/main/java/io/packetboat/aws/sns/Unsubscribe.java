package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.OpenOperation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.Visit;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.Subscriptions;
import java.util.concurrent.CompletionStage;

/** Ends a subscription, be it by a user or by whoever has the link in its messages. */
final class Unsubscribe implements OpenOperation<SubscriptionId> {
    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;

    Unsubscribe(Subscriptions subscriptions, BlockingWork work, Arns arns) {
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
        return work.startWithoutAnswer(() -> subscriptions.end(call.caller(), subscription));
    }

    @Override
    public CompletionStage<Answer> handleUnsigned(SubscriptionId subscription, Visit visit) {
        return work.startWithoutAnswer(() -> subscriptions.endByLink(Strangers.of(visit), subscription));
    }
}
