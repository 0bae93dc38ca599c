package io.packetboat.it.sqs;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.aws.AwsClients;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue of its own for one test, made and used through the AWS SDK, which checks every MD5 sum. */
record TestQueue(SqsClient sqs, String name, String url) implements AutoCloseable {
    private static final int POLLS = 3;

    static TestQueue standard(PacketboatServer server, Map<QueueAttributeName, String> attributes) {
        return create(server, "it-" + UUID.randomUUID(), attributes);
    }

    static TestQueue fifo(PacketboatServer server, Map<QueueAttributeName, String> attributes) {
        Map<QueueAttributeName, String> all = new HashMap<>(attributes);
        all.put(QueueAttributeName.FIFO_QUEUE, "true");
        return create(server, "it-" + UUID.randomUUID() + ".fifo", all);
    }

    private static TestQueue create(PacketboatServer server, String name, Map<QueueAttributeName, String> attributes) {
        SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http");
        return new TestQueue(
                sqs,
                name,
                sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                        .queueUrl());
    }

    String send(String body) {
        return sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)).messageId();
    }

    /** The next message with all that is known of it, waited for. */
    Message next() {
        for (int poll = 0; poll < POLLS; poll++) {
            List<Message> messages = receive(20, 60);
            if (!messages.isEmpty()) {
                return messages.get(0);
            }
        }
        throw new AssertionError("no message in " + name);
    }

    /** At most one message. */
    List<Message> receive(int waitSeconds, int visibilitySeconds) {
        return sqs.receiveMessage(receive -> receive.queueUrl(url)
                        .waitTimeSeconds(waitSeconds)
                        .visibilityTimeout(visibilitySeconds)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    void delete(Message message) {
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    void release(Message message) {
        sqs.changeMessageVisibility(change ->
                change.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }

    String attribute(QueueAttributeName name) {
        return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(name))
                .attributes()
                .get(name);
    }

    static MessageAttributeValue text(String dataType, String value) {
        return MessageAttributeValue.builder()
                .dataType(dataType)
                .stringValue(value)
                .build();
    }

    @Override
    public void close() {
        sqs.deleteQueue(delete -> delete.queueUrl(url));
        sqs.close();
    }
}
