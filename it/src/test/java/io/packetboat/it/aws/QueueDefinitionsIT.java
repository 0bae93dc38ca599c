package io.packetboat.it.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Transport;
import jakarta.jms.JMSContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.UnsupportedOperationException;

/** The actions on queues themselves with AWS's own SDK: the good case and every documented error. */
@ExtendWith(SharedServer.class)
class QueueDefinitionsIT {
    private final String prefix = "defs-" + UUID.randomUUID() + "-";
    private SqsClient sqs;

    @BeforeEach
    void connect(PacketboatServer server) {
        sqs = AwsClients.sync(SqsClient.builder(), server, "http");
    }

    /** Those that take dead letters go last. */
    @AfterEach
    void deleteQueues() {
        for (String url :
                List.copyOf(sqs.listQueues(list -> list.queueNamePrefix(prefix)).queueUrls())) {
            if (!url.endsWith("dead")) {
                sqs.deleteQueue(delete -> delete.queueUrl(url));
            }
        }
        sqs.listQueues(list -> list.queueNamePrefix(prefix))
                .queueUrls()
                .forEach(url -> sqs.deleteQueue(delete -> delete.queueUrl(url)));
        sqs.close();
    }

    private String create(String name, Map<String, String> attributes) {
        return sqs.createQueue(create -> create.queueName(prefix + name).attributesWithStrings(attributes))
                .queueUrl();
    }

    private Map<String, String> attributes(String url) {
        return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings();
    }

    private void set(String url, String attribute, String value) {
        sqs.setQueueAttributes(change -> change.queueUrl(url).attributesWithStrings(Map.of(attribute, value)));
    }

    @Test
    void aQueueIsMadeFoundChangedAndDeleted(PacketboatServer server) {
        String url = create("orders", Map.of("VisibilityTimeout", "60"));

        assertThat(url).isEqualTo(AwsClients.endpoint(server, "http") + "/000000000000/" + prefix + "orders");
        assertThat(sqs.getQueueUrl(get -> get.queueName(prefix + "orders")).queueUrl())
                .isEqualTo(url);
        assertThat(sqs.listQueues(list -> list.queueNamePrefix(prefix)).queueUrls())
                .containsExactly(url);
        set(url, "DelaySeconds", "5");
        assertThat(attributes(url))
                .containsEntry("VisibilityTimeout", "60")
                .containsEntry("DelaySeconds", "5")
                .containsEntry("MessageRetentionPeriod", "345600")
                .containsEntry("MaximumMessageSize", "1048576")
                .containsEntry("QueueArn", "arn:aws:sqs:us-east-1:000000000000:" + prefix + "orders")
                .doesNotContainKey("RedrivePolicy");
        sqs.deleteQueue(delete -> delete.queueUrl(url));
        assertThatThrownBy(() -> attributes(url)).isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> sqs.deleteQueue(delete -> delete.queueUrl(url)))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> sqs.getQueueUrl(get -> get.queueName(prefix + "orders")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void makingAQueueAgainNeedsTheSameValues() {
        String url = create("orders", Map.of("DelaySeconds", "5"));

        assertThat(create("orders", Map.of("DelaySeconds", "5"))).isEqualTo(url);
        assertThat(create("orders", Map.of())).isEqualTo(url);
        assertThatThrownBy(() -> create("orders", Map.of("DelaySeconds", "6")))
                .isInstanceOf(QueueNameExistsException.class);
    }

    @Test
    void wrongAttributesAreTold() {
        String url = create("orders", Map.of());

        assertThatThrownBy(() -> set(url, "Colour", "red")).isInstanceOf(InvalidAttributeNameException.class);
        assertThatThrownBy(() -> set(url, "DelaySeconds", "901")).isInstanceOf(InvalidAttributeValueException.class);
        assertThatThrownBy(() -> set(url, "KmsMasterKeyId", "alias/aws/sqs"))
                .isInstanceOf(InvalidAttributeValueException.class);
        assertThatThrownBy(() -> create("other", Map.of("ContentBasedDeduplication", "true")))
                .isInstanceOf(InvalidAttributeNameException.class);
        assertThatThrownBy(() -> create("a.b", Map.of()))
                .isInstanceOfSatisfying(
                        SqsException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("InvalidParameterValue"));
    }

    @Test
    void deadLetterQueuesKnowTheirSourcesAndStay() {
        String dead = create("dead", Map.of());
        String orders = create(
                "orders",
                Map.of(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + attributes(dead).get("QueueArn")
                                + "\",\"maxReceiveCount\":3}"));

        assertThat(attributes(orders).get("RedrivePolicy")).contains("\"maxReceiveCount\":3");
        assertThat(sqs.listDeadLetterSourceQueues(list -> list.queueUrl(dead)).queueUrls())
                .containsExactly(orders);
        assertThatThrownBy(() -> sqs.deleteQueue(delete -> delete.queueUrl(dead)))
                .isInstanceOf(UnsupportedOperationException.class);
        set(orders, "RedrivePolicy", "");
        assertThat(attributes(orders)).doesNotContainKey("RedrivePolicy");
    }

    @Test
    void listsComeInPages() {
        for (String name : List.of("a", "b", "c")) {
            create(name, Map.of());
        }

        assertThat(sqs.listQueuesPaginator(list -> list.queueNamePrefix(prefix).maxResults(2))
                        .queueUrls())
                .extracting(url -> url.substring(url.length() - 1))
                .containsExactly("a", "b", "c");
    }

    @Test
    void tagsAreAddedAndTakenOff() {
        String url = create("orders", Map.of());

        sqs.tagQueue(tag -> tag.queueUrl(url).tags(Map.of("team", "a", "other", "b")));
        sqs.untagQueue(untag -> untag.queueUrl(url).tagKeys("other"));

        assertThat(sqs.listQueueTags(list -> list.queueUrl(url)).tags()).isEqualTo(Map.of("team", "a"));
    }

    @Test
    void permissionsAreStatementsOfThePolicy() {
        String url = create("orders", Map.of());

        sqs.addPermission(add ->
                add.queueUrl(url).label("send").awsAccountIds("000000000000").actions("SendMessage"));
        assertThat(attributes(url).get("Policy")).contains("\"Sid\":\"send\"");
        assertThatThrownBy(() -> sqs.addPermission(add -> add.queueUrl(url)
                        .label("more")
                        .awsAccountIds("000000000000")
                        .actions("a", "b", "c", "d", "e", "f", "g", "h")))
                .isInstanceOf(OverLimitException.class);
        sqs.removePermission(remove -> remove.queueUrl(url).label("send"));

        assertThat(attributes(url)).doesNotContainKey("Policy");
    }

    @Test
    void aQueueIsPurgedOnceAMinute() {
        String url = create("orders", Map.of());

        sqs.purgeQueue(purge -> purge.queueUrl(url));

        assertThatThrownBy(() -> sqs.purgeQueue(purge -> purge.queueUrl(url)))
                .isInstanceOf(PurgeQueueInProgressException.class);
    }

    @Test
    void aQueueThatAJmsClientMadeIsAnSqsQueueWithoutRetention(PacketboatServer server) {
        try (JMSContext jms = JmsClients.core(server, Transport.PLAIN).createContext()) {
            jms.createProducer().send(jms.createQueue(prefix + "jms"), "hello");
        }

        String url = sqs.getQueueUrl(get -> get.queueName(prefix + "jms")).queueUrl();

        assertThat(attributes(url))
                .containsEntry("ApproximateNumberOfMessages", "1")
                .doesNotContainKey("MessageRetentionPeriod");
        set(url, "MessageRetentionPeriod", "600");
        assertThat(attributes(url)).containsEntry("MessageRetentionPeriod", "600");
    }

    @Test
    void anyPathNamesTheQueueByItsLastPart() {
        create("orders", Map.of("DelaySeconds", "5"));

        for (String path : List.of("/queue/", "/123456789012/", "/")) {
            assertThat(attributes("http://other.example:1" + path + prefix + "orders"))
                    .containsEntry("DelaySeconds", "5");
        }
    }
}
