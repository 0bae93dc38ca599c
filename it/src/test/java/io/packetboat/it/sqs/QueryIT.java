package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.rights.AdminApi;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The actions on messages in the Query protocol of older SDKs, signed by hand. */
@ExtendWith(SharedServer.class)
class QueryIT {
    private static final String DENIED = "<Code>AccessDenied</Code>";

    @Test
    void aMessageIsSentReceivedHiddenAndDeleted(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            QueryClient query = new QueryClient(server, queue.url());

            String sent = query.call(
                    "SendMessage",
                    "MessageBody=p%C3%A4iv%C3%A4%C3%A4&MessageAttribute.1.Name=colour"
                            + "&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=blue");
            String received = query.call("ReceiveMessage", "WaitTimeSeconds=20&MessageAttributeName.1=All");
            String handle = element(received, "ReceiptHandle");

            assertThat(element(sent, "MD5OfMessageBody")).isEqualTo(element(received, "MD5OfBody"));
            assertThat(element(sent, "MD5OfMessageAttributes")).isEqualTo(element(received, "MD5OfMessageAttributes"));
            assertThat(element(received, "Body")).isEqualTo("päivää");
            assertThat(query.call("ChangeMessageVisibility", "VisibilityTimeout=60&ReceiptHandle=" + handle))
                    .contains("<ChangeMessageVisibilityResponse");
            assertThat(query.call("DeleteMessage", "ReceiptHandle=" + handle)).contains("<DeleteMessageResponse");
        }
    }

    @Test
    void batchesAnswerForEachEntry(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            QueryClient query = new QueryClient(server, queue.url());

            String sent = query.call(
                    "SendMessageBatch",
                    "SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=one"
                            + "&SendMessageBatchRequestEntry.2.Id=b&SendMessageBatchRequestEntry.2.MessageBody=two"
                            + "&SendMessageBatchRequestEntry.2.DelaySeconds=901");
            String handle = element(query.call("ReceiveMessage", "WaitTimeSeconds=20"), "ReceiptHandle");

            assertThat(sent).contains("<SendMessageBatchResultEntry><Id>a</Id>", "<BatchResultErrorEntry><Id>b</Id>");
            assertThat(query.call(
                            "ChangeMessageVisibilityBatch",
                            "ChangeMessageVisibilityBatchRequestEntry.1.Id=a"
                                    + "&ChangeMessageVisibilityBatchRequestEntry.1.VisibilityTimeout=60"
                                    + "&ChangeMessageVisibilityBatchRequestEntry.1.ReceiptHandle=" + handle))
                    .contains("<ChangeMessageVisibilityBatchResultEntry><Id>a</Id>");
            assertThat(query.call(
                            "DeleteMessageBatch",
                            "DeleteMessageBatchRequestEntry.1.Id=a&DeleteMessageBatchRequestEntry.1.ReceiptHandle="
                                    + handle))
                    .contains("<DeleteMessageBatchResultEntry><Id>a</Id>");
        }
    }

    @Test
    void deadLettersAreMovedBack(PacketboatServer server) {
        try (TestQueue dead = TestQueue.standard(server, Map.of());
                TestQueue queue = TestQueue.standard(server, DeadLettersIT.redriveTo(dead, 3))) {
            QueryClient query = new QueryClient(server, queue.url());
            String source = "SourceArn=" + dead.attribute(QueueAttributeName.QUEUE_ARN);
            String destination = "&DestinationArn=" + queue.attribute(QueueAttributeName.QUEUE_ARN);
            dead.send("back");

            String handle = element(query.call("StartMessageMoveTask", source + destination), "TaskHandle");

            assertThat(queue.next().body()).isEqualTo("back");
            assertThat(element(query.call("ListMessageMoveTasks", source), "SourceArn"))
                    .isEqualTo(dead.attribute(QueueAttributeName.QUEUE_ARN));
            assertThat(handle).isNotEmpty();
            assertThat(query.call("CancelMessageMoveTask", "TaskHandle=none"))
                    .contains("<Code>ResourceNotFoundException</Code>");
            assertThat(query.call("ListMessageMoveTasks", source + "-missing"))
                    .contains("<Code>ResourceNotFoundException</Code>");
            assertThat(query.call("StartMessageMoveTask", destination.replace("&Destination", "Source")))
                    .contains("<Code>InvalidParameterValue</Code>");
            assertThat(query.call("StartMessageMoveTask", "")).contains("<Code>MissingParameter</Code>");
        }
    }

    @Test
    void moveTasksNeedTheRightTo(PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String nobody = "nobody-" + UUID.randomUUID();
        api.createUser(nobody, "Passw0rd-" + nobody);
        try (TestQueue dead = TestQueue.standard(server, Map.of());
                TestQueue queue = TestQueue.standard(server, DeadLettersIT.redriveTo(dead, 3))) {
            QueryClient admin = new QueryClient(server, queue.url());
            QueryClient stranger = new QueryClient(server, queue.url(), api.createAccessKey(nobody));
            String source = "SourceArn=" + dead.attribute(QueueAttributeName.QUEUE_ARN);
            String slowly =
                    "&MaxNumberOfMessagesPerSecond=1&DestinationArn=" + queue.attribute(QueueAttributeName.QUEUE_ARN);
            for (int i = 0; i < 120; i++) {
                dead.send("slow " + i);
            }
            String handle = "TaskHandle=" + element(admin.call("StartMessageMoveTask", source + slowly), "TaskHandle");

            assertThat(stranger.call("StartMessageMoveTask", source)).contains(DENIED);
            assertThat(stranger.call("ListMessageMoveTasks", source)).contains(DENIED);
            assertThat(stranger.call("CancelMessageMoveTask", handle)).contains(DENIED);

            assertThat(admin.call("CancelMessageMoveTask", handle)).contains("<CancelMessageMoveTaskResponse");
        } finally {
            api.deleteUser(nobody);
        }
    }

    @Test
    void errorsCarryTheCodesOfQuery(PacketboatServer server) {
        try (TestQueue queue = TestQueue.standard(server, Map.of())) {
            QueryClient query = new QueryClient(server, queue.url());

            assertThat(new QueryClient(server, queue.url() + "-missing").call("ReceiveMessage", ""))
                    .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
            assertThat(query.call("SendMessage", "")).contains("<Code>MissingParameter</Code>");
            assertThat(query.call("DeleteMessage", "ReceiptHandle=none"))
                    .contains("<Code>ReceiptHandleIsInvalid</Code>");
            assertThat(query.call("SendMessageBatch", ""))
                    .contains("<Code>AWS.SimpleQueueService.EmptyBatchRequest</Code>");
        }
    }

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        assertThat(matcher.find()).as(xml).isTrue();
        return matcher.group(1);
    }
}
