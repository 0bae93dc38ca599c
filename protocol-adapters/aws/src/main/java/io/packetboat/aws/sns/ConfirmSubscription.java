package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Call;
import io.packetboat.aws.operation.OpenOperation;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.Visit;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.Subscriptions;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Confirms a subscription with the token that its endpoint got, be it by a user or by whoever has the link. */
final class ConfirmSubscription implements OpenOperation<ConfirmSubscription.Request> {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{128}");

    private final Subscriptions subscriptions;
    private final BlockingWork work;
    private final Arns arns;

    ConfirmSubscription(Subscriptions subscriptions, BlockingWork work, Arns arns) {
        this.subscriptions = subscriptions;
        this.work = work;
        this.arns = arns;
    }

    /** @param locked whether only users may end the subscription from now on */
    record Request(TopicName topic, String token, boolean locked) {
        @Override
        public String toString() {
            return "Request[" + topic + "]";
        }
    }

    @Override
    public Request read(Parameters parameters) {
        String token = Arns.required(parameters, "Token");
        if (!TOKEN.matcher(token).matches()) {
            throw SnsErrors.invalid("Token");
        }
        return new Request(
                arns.topic(parameters, Arns.TOPIC),
                token,
                parameters.flag("AuthenticateOnUnsubscribe").orElse(false));
    }

    @Override
    public CompletionStage<Answer> handle(Request request, Call call) {
        return confirmed(
                () -> subscriptions.confirm(call.caller(), request.topic(), request.token(), request.locked()));
    }

    @Override
    public CompletionStage<Answer> handleUnsigned(Request request, Visit visit) {
        return confirmed(() -> subscriptions.confirmByLink(Strangers.of(visit), request.topic(), request.token()));
    }

    private CompletionStage<Answer> confirmed(Supplier<Subscription> confirmation) {
        return work.start(() -> {
            String arn = arns.subscriptions().of(confirmation.get()).toString();
            return answer -> answer.text("SubscriptionArn", arn);
        });
    }
}
