package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.Topic;

/** The actions on topics themselves with AWS's own SDK: the good case and the documented errors. */
@ExtendWith(SharedServer.class)
class TopicDefinitionsIT {
    private final String name = "topics-" + UUID.randomUUID();
    private SnsClient sns;

    @BeforeEach
    void connect(PacketboatServer server) {
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
    }

    @AfterEach
    void deleteTopics() {
        listed().forEach(arn -> sns.deleteTopic(delete -> delete.topicArn(arn)));
        sns.close();
    }

    /** The ARNs of this test's topics, from all pages. */
    private List<String> listed() {
        return sns.listTopicsPaginator().topics().stream()
                .map(Topic::topicArn)
                .filter(arn -> arn.contains(name))
                .toList();
    }

    private String create(Map<String, String> attributes) {
        return sns.createTopic(create -> create.name(name).attributes(attributes))
                .topicArn();
    }

    private Map<String, String> attributes(String arn) {
        return sns.getTopicAttributes(get -> get.topicArn(arn)).attributes();
    }

    @Test
    void aTopicIsMadeFoundChangedAndDeleted() {
        String arn = create(Map.of("DisplayName", "Prices & more"));

        assertThat(arn).isEqualTo("arn:aws:sns:us-east-1:000000000000:" + name);
        assertThat(create(Map.of())).isEqualTo(arn);
        assertThat(listed()).containsExactly(arn);
        sns.setTopicAttributes(
                set -> set.topicArn(arn).attributeName("SignatureVersion").attributeValue("2"));
        assertThat(attributes(arn))
                .containsEntry("DisplayName", "Prices & more")
                .containsEntry("SignatureVersion", "2")
                .containsEntry("SubscriptionsConfirmed", "0")
                .containsEntry("Owner", "000000000000")
                .containsKeys("Policy", "EffectiveDeliveryPolicy");
        sns.deleteTopic(delete -> delete.topicArn(arn));
        sns.deleteTopic(delete -> delete.topicArn(arn));
        assertThat(listed()).isEmpty();
        assertThatThrownBy(() -> attributes(arn)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void wrongValuesAreTold() {
        String arn = create(Map.of("DisplayName", "a"));

        assertThatThrownBy(() -> create(Map.of("DisplayName", "b"))).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.createTopic(create -> create.name(name + ".a")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.setTopicAttributes(
                        set -> set.topicArn(arn).attributeName("KmsMasterKeyId").attributeValue("alias/aws/sns")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> sns.createPlatformApplication(
                        create -> create.name("n").platform("GCM").attributes(Map.of())))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void tagsComeAndGo() {
        String arn = create(Map.of());

        sns.tagResource(tag -> tag.resourceArn(arn)
                .tags(
                        Tag.builder().key("team").value("a&b").build(),
                        Tag.builder().key("empty").value("").build()));
        sns.untagResource(untag -> untag.resourceArn(arn).tagKeys("empty", "none"));

        assertThat(sns.listTagsForResource(list -> list.resourceArn(arn)).tags())
                .containsExactly(Tag.builder().key("team").value("a&b").build());
        assertThatThrownBy(() -> sns.listTagsForResource(list -> list.resourceArn(arn + "-missing")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void permissionsAreStatementsOfThePolicy() {
        String arn = create(Map.of());

        sns.addPermission(add -> add.topicArn(arn)
                .label("let-them")
                .awsAccountIds("111122223333")
                .actionNames("Publish"));

        assertThat(attributes(arn).get("Policy"))
                .contains("\"Sid\":\"let-them\"", "arn:aws:iam::111122223333:root", "SNS:Publish");
        assertThatThrownBy(() -> sns.addPermission(add -> add.topicArn(arn)
                        .label("let-them")
                        .awsAccountIds("111122223333")
                        .actionNames("Publish")))
                .isInstanceOf(InvalidParameterException.class);
        sns.removePermission(remove -> remove.topicArn(arn).label("let-them"));
        assertThat(attributes(arn).get("Policy")).doesNotContain("let-them");
    }
}
