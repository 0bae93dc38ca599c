package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Operation;
import io.packetboat.fanout.Publications;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.queue.QueueArns;
import io.packetboat.subscription.Subscriptions;
import io.packetboat.topic.TopicArns;
import io.packetboat.topic.TopicDefinitions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Amazon SNS with its actions. */
@Dependent
public class SnsApi {
    private static final Api.Query QUERY = new Api.Query("2010-03-31", "http://sns.amazonaws.com/doc/2010-03-31/");

    private final TopicDefinitions topics;
    private final Subscriptions subscriptions;
    private final Publications publications;
    private final BlockingWork work;
    private final IdentityConfig identity;

    @Inject
    public SnsApi(
            TopicDefinitions topics,
            Subscriptions subscriptions,
            Publications publications,
            BlockingWork work,
            IdentityConfig identity) {
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.publications = publications;
        this.work = work;
        this.identity = identity;
    }

    public Api api() {
        return Api.of("sns", Optional.empty(), Optional.of(QUERY), SnsErrors.TABLE, operations());
    }

    private List<Operation<?>> operations() {
        TopicArns topicArns = new TopicArns(identity.region(), identity.account());
        Arns arns = new Arns(topicArns, new QueueArns(identity.region(), identity.account()));
        Stream<Operation<?>> offered = Stream.of(
                new AddPermission(topics, work, arns),
                new ConfirmSubscription(subscriptions, work, arns),
                new CreateTopic(topics, work, topicArns),
                new DeleteTopic(topics, work, arns),
                new GetSubscriptionAttributes(subscriptions, work, arns),
                new GetTopicAttributes(subscriptions, work, arns),
                new ListSubscriptions(subscriptions, work, arns),
                new ListSubscriptionsByTopic(subscriptions, work, arns),
                new ListTagsForResource(topics, arns),
                new ListTopics(topics, topicArns),
                new Publish(publications, arns),
                new PublishBatch(publications, arns),
                new RemovePermission(topics, work, arns),
                new SetSubscriptionAttributes(subscriptions, work, arns),
                new SetTopicAttributes(topics, work, arns),
                new Subscribe(subscriptions, work, arns),
                new TagResource(topics, work, arns),
                new Unsubscribe(subscriptions, work, arns),
                new UntagResource(topics, work, arns));
        return Stream.concat(offered, WithoutGateway.all()).toList();
    }
}
