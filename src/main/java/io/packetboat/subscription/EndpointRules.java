package io.packetboat.subscription;

import io.packetboat.identity.AccessDenied;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.policy.Action;
import io.packetboat.policy.Permission;
import io.packetboat.policy.ServicePrincipal;
import io.packetboat.queue.QueueArns;
import io.packetboat.queue.QueueAttributes;
import io.packetboat.queue.QueueMemory;
import io.packetboat.subscription.Endpoint.QueueEndpoint;
import io.packetboat.topic.TopicArns;
import io.packetboat.topic.TopicDefinition;

/** What must hold for an endpoint before anything is delivered there. */
record EndpointRules(QueueMemory queues, PushEndpoints push, Rights rights, IdentityConfig config) {
    private static final Action SEND = Action.parse("sqs:SendMessage");

    /** Raises {@link EndpointRefused}, and {@link AccessDenied} for a queue that neither the caller nor this topic may send to. */
    void requireDeliverable(Caller caller, TopicDefinition topic, Endpoint endpoint) {
        if (topic.name().value().contains("*") || topic.name().value().contains("#")) {
            throw new SubscriptionRefused("TopicArn");
        }
        if (!(endpoint instanceof QueueEndpoint queue)) {
            if (topic.isFifo()) {
                throw new SubscriptionRefused("Invalid protocol type: " + endpoint.protocol());
            }
            push.require(endpoint);
            return;
        }
        if (queues.find(queue.queue()).isEmpty()) {
            throw new EndpointRefused("Endpoint", "the queue does not exist");
        }
        if (!topic.isFifo() && QueueAttributes.isFifo(queue.queue())) {
            throw new SubscriptionRefused(
                    "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
        requireSending(caller, topic, queue.queue());
    }

    /** Raises {@link SubscriptionRefused} for a queue that cannot take the topic's dead letters. */
    void requireDeadLetterQueue(Caller caller, TopicDefinition topic, QueueName queue) {
        if (queues.find(queue).isEmpty()) {
            throw new SubscriptionRefused("RedrivePolicy: deadLetterTargetArn names no queue of this node");
        }
        if (topic.isFifo() != QueueAttributes.isFifo(queue)) {
            throw new SubscriptionRefused("RedrivePolicy: must use a queue of the same type as the topic");
        }
        requireSending(caller, topic, queue);
    }

    /** The queue's owner may have let SNS in for this topic; else whoever subscribes must be able to send there. */
    private void requireSending(Caller caller, TopicDefinition topic, QueueName queue) {
        Arn arn = new QueueArns(config.region(), config.account()).of(queue);
        Arn source = new TopicArns(config.region(), config.account()).of(topic.name());
        if (!rights.allows(ServicePrincipal.SNS, source, Permission.on(SEND, arn))) {
            rights.require(caller, SEND, arn);
        }
    }
}
