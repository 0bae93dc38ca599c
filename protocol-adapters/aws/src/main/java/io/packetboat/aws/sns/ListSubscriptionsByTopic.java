package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.Subscriptions;
import java.util.concurrent.CompletionStage;

/** Lists the subscriptions of one topic. */
final class ListSubscriptionsByTopic implements Operation<ListSubscriptionsByTopic.Request> {
    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;
    private final SubscriptionList list;

    ListSubscriptionsByTopic(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.arns = arns;
        this.list = new SubscriptionList(arns);
    }

    record Request(TopicName topic, PageRequest page) {}

    @Override
    public Request read(Parameters parameters) {
        return new Request(arns.topic(parameters, Arns.TOPIC), SnsPage.read(parameters));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> list.answer(subscriptions.list(call.caller(), request.topic(), request.page())));
    }
}
