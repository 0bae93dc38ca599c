package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Api;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.aws.operation.Operation;
import io.packetboat.delivery.Deliveries;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.queue.MoveTasks;
import io.packetboat.queue.QueueArns;
import io.packetboat.queue.QueueDefinitions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Amazon SQS with all its actions. */
@Dependent
public class SqsApi {
    private static final Api.Json JSON = new Api.Json("AmazonSQS", "com.amazonaws.sqs", true);
    private static final Api.Query QUERY = new Api.Query("2012-11-05", "http://queue.amazonaws.com/doc/2012-11-05/");

    private final Deliveries deliveries;
    private final QueueDefinitions queues;
    private final MoveTasks moves;
    private final BlockingWork work;
    private final IdentityConfig identity;

    @Inject
    public SqsApi(
            Deliveries deliveries,
            QueueDefinitions queues,
            MoveTasks moves,
            BlockingWork work,
            IdentityConfig identity) {
        this.deliveries = deliveries;
        this.queues = queues;
        this.moves = moves;
        this.work = work;
        this.identity = identity;
    }

    public Api api() {
        return Api.of("sqs", Optional.of(JSON), Optional.of(QUERY), SqsErrors.TABLE, operations());
    }

    private List<Operation<?>> operations() {
        QueueArns arns = new QueueArns(identity.region(), identity.account());
        AttributeTexts attributes = new AttributeTexts(new RedriveTexts(arns));
        QueueUrls urls = new QueueUrls(identity.account());
        return List.of(
                new AddPermission(queues, work),
                new CancelMessageMoveTask(moves, work),
                new ChangeMessageVisibility(deliveries),
                new ChangeMessageVisibilityBatch(deliveries),
                new CreateQueue(queues, work, attributes, urls),
                new DeleteMessage(deliveries),
                new DeleteMessageBatch(deliveries),
                new DeleteQueue(queues, work),
                new GetQueueAttributes(queues, attributes),
                new GetQueueUrl(queues, urls),
                new ListDeadLetterSourceQueues(queues, work, urls),
                new ListMessageMoveTasks(moves, arns, work),
                new ListQueueTags(queues),
                new ListQueues(queues, urls),
                new PurgeQueue(queues, deliveries, work),
                new ReceiveMessage(deliveries),
                new RemovePermission(queues, work),
                new SendMessage(deliveries),
                new SendMessageBatch(deliveries),
                new SetQueueAttributes(queues, work, attributes),
                new StartMessageMoveTask(moves, arns, work),
                new TagQueue(queues, work),
                new UntagQueue(queues, work));
    }
}
