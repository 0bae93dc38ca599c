package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Api;
import io.packetboat.delivery.Deliveries;
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

    @Inject
    public SqsApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    public Api api() {
        return Api.of(
                "sqs",
                Optional.of(JSON),
                Optional.of(QUERY),
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
