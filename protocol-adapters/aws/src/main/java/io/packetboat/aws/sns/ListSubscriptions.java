package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.PageRequest;
import io.packetboat.subscription.Subscriptions;
import java.util.concurrent.CompletionStage;

/** Lists the subscriptions of all topics. */
final class ListSubscriptions implements Operation<PageRequest> {
    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final SubscriptionList list;

    ListSubscriptions(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.list = new SubscriptionList(arns);
    }

    @Override
    public PageRequest read(Parameters parameters) {
        return SnsPage.read(parameters);
    }

    @Override
    public CompletionStage<Answer> handle(PageRequest page, Call call) {
        return work.start(() -> list.answer(subscriptions.list(call.caller(), page)));
    }
}
