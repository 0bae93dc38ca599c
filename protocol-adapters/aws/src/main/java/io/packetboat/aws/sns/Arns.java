package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.queue.QueueArns;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.topic.TopicArns;

/** What parameters name by an ARN. */
record Arns(TopicArns topics, SubscriptionArns subscriptions, QueueArns queues) {
    static final String TOPIC = "TopicArn";

    Arns(TopicArns topics, QueueArns queues) {
        this(topics, new SubscriptionArns(topics), queues);
    }

    /** The topic that the parameter names; raises SNS's InvalidParameter, and NotFound for one of another account. */
    TopicName topic(Parameters parameters, String name) {
        Arn arn = parse(name, required(parameters, name));
        if (!arn.service().equals("sns")) {
            throw SnsErrors.invalid(name);
        }
        return topics.nameIn(arn).orElseThrow(() -> new RequestRefused(SnsErrors.NOT_FOUND, "Topic does not exist"));
    }

    SubscriptionId subscription(Parameters parameters) {
        String name = "SubscriptionArn";
        String text = required(parameters, name);
        return subscriptions
                .idIn(parse(name, text))
                .orElseThrow(
                        () -> SnsErrors.invalid(name + " Reason: An ARN must name a subscription of this account"));
    }

    QueueName queue(String text, String refusal) {
        try {
            return queues.nameIn(Arn.parse(text)).orElseThrow(() -> SnsErrors.invalid(refusal));
        } catch (InvalidValue e) {
            throw SnsErrors.invalid(refusal);
        }
    }

    private static Arn parse(String name, String text) {
        try {
            return Arn.parse(text);
        } catch (InvalidValue e) {
            throw SnsErrors.invalid(name + " Reason: An ARN must have at least 6 elements");
        }
    }

    static String required(Parameters parameters, String name) {
        return parameters.text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> SnsErrors.missing(name));
    }
}
