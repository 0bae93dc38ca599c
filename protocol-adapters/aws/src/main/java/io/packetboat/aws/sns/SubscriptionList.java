package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Answer;
import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Members;
import io.packetboat.kernel.Page;
import io.packetboat.subscription.Subscription;

/** A page of subscriptions as both actions that list them answer it. */
record SubscriptionList(Arns arns) {
    private static final ListName SUBSCRIPTIONS = ListName.members("Subscriptions");
    private static final String PENDING = "PendingConfirmation";

    Answer answer(Page<Subscription> found) {
        return answer -> {
            answer.structures(SUBSCRIPTIONS, found.items(), this::write);
            answer.text("NextToken", SnsPage.next(found));
        };
    }

    private void write(Subscription subscription, Members members) {
        String arn = subscription.isConfirmed()
                ? arns.subscriptions().of(subscription).toString()
                : PENDING;
        members.text("SubscriptionArn", arn);
        members.text("Owner", arns.topics().account().value());
        members.text("Protocol", subscription.endpoint().protocol());
        members.text("Endpoint", EndpointTexts.of(subscription.endpoint(), arns));
        members.text("TopicArn", arns.topics().of(subscription.topic()).toString());
    }
}
