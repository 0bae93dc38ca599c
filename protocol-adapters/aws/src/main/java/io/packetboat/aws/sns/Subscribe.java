package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.Operation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionAttributeChange;
import io.packetboat.subscription.Subscriptions;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Subscribes an endpoint to a topic, or finds its subscription. */
final class Subscribe implements Operation<Subscribe.Request> {
    private static final String PENDING = "pending confirmation";

    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;

    Subscribe(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.arns = arns;
    }

    /** @param arnWanted whether the ARN is told although nobody has confirmed */
    record Request(TopicName topic, Endpoint endpoint, List<SubscriptionAttributeChange> terms, boolean arnWanted) {}

    @Override
    public Request read(Parameters parameters) {
        TopicName topic = arns.topic(parameters, Arns.TOPIC);
        String protocol = Arns.required(parameters, "Protocol");
        return new Request(
                topic,
                EndpointTexts.read(protocol, Arns.required(parameters, "Endpoint"), arns),
                new SubscriptionAttributeTexts(arns).changes(parameters.textMap(SubscriptionAttributeTexts.ATTRIBUTES)),
                parameters.flag("ReturnSubscriptionArn").orElse(false));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return work.start(() -> {
            Subscription subscription =
                    subscriptions.subscribe(call.caller(), request.topic(), request.endpoint(), request.terms());
            boolean told = request.arnWanted() || subscription.isConfirmed();
            String arn = told ? arns.subscriptions().of(subscription).toString() : PENDING;
            return answer -> answer.text("SubscriptionArn", arn);
        });
    }
}
