package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.subscription.SubscriptionAttributeChange;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.Subscriptions;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Gives one attribute of a subscription a new value. */
final class SetSubscriptionAttributes implements Operation<SetSubscriptionAttributes.Request> {
    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;

    SetSubscriptionAttributes(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.arns = arns;
    }

    record Request(SubscriptionId subscription, SubscriptionAttributeChange change) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(
                arns.subscription(parameters),
                new SubscriptionAttributeTexts(arns)
                        .change(
                                Arns.required(parameters, "AttributeName"),
                                parameters.text("AttributeValue").orElse("")));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.startWithoutAnswer(
                () -> subscriptions.change(call.caller(), request.subscription(), List.of(request.change())));
    }
}
