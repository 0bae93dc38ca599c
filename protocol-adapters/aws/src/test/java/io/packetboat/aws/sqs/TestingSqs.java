package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Api;
import io.packetboat.delivery.TestingDeliveries;
import java.util.List;
import java.util.Optional;

/** SQS with the actions on messages alone, on an engine without queues. */
final class TestingSqs {
    private TestingSqs() {}

    static Api api() {
        TestingDeliveries deliveries = new TestingDeliveries();
        return Api.of(
                "sqs",
                Optional.of(new Api.Json("AmazonSQS", "com.amazonaws.sqs", true)),
                Optional.of(new Api.Query("2012-11-05", "http://queue.amazonaws.com/doc/2012-11-05/")),
                SqsErrors.TABLE,
                List.of(
                        new ChangeMessageVisibility(deliveries),
                        new ChangeMessageVisibilityBatch(deliveries),
                        new DeleteMessage(deliveries),
                        new DeleteMessageBatch(deliveries),
                        new ReceiveMessage(deliveries),
                        new SendMessage(deliveries),
                        new SendMessageBatch(deliveries)));
    }
}
