package io.packetboat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.admin.audit.AuditRecordRepresentation;
import io.packetboat.admin.connection.ConnectionRepresentation;
import io.packetboat.admin.identity.AccessKeyRepresentation;
import io.packetboat.admin.identity.GroupRepresentation;
import io.packetboat.admin.identity.PolicyRepresentation;
import io.packetboat.admin.identity.UserRepresentation;
import io.packetboat.admin.login.LoginRepresentation;
import io.packetboat.admin.login.SessionRepresentation;
import io.packetboat.admin.message.MessageRepresentation;
import io.packetboat.admin.message.MoveRepresentation;
import io.packetboat.admin.message.NewMessageRepresentation;
import io.packetboat.admin.message.SentRepresentation;
import io.packetboat.admin.node.NodeRepresentation;
import io.packetboat.admin.node.TrafficRepresentation;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.problem.Problem;
import io.packetboat.admin.queue.MessageCounts;
import io.packetboat.admin.queue.QueueRepresentation;
import io.packetboat.admin.queue.QueueSettingsRepresentation;
import io.packetboat.admin.topic.SnsSubscriptionRepresentation;
import io.packetboat.admin.topic.SubscriptionRepresentation;
import io.packetboat.admin.topic.TestMessageRepresentation;
import io.packetboat.admin.topic.TopicRepresentation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document says by annotations what the reader does by types. */
class RequiredPropertiesTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            classes = {
                AccessKeyRepresentation.class,
                AccessKeyRepresentation.Change.class,
                GroupRepresentation.class,
                GroupRepresentation.New.class,
                LoginRepresentation.class,
                PageRepresentation.class,
                PolicyRepresentation.class,
                PolicyRepresentation.New.class,
                Problem.class,
                SessionRepresentation.class,
                UserRepresentation.class,
                UserRepresentation.New.class,
                UserRepresentation.NewPassword.class,
                AuditRecordRepresentation.class,
                ConnectionRepresentation.class,
                ConnectionRepresentation.Session.class,
                ConnectionRepresentation.Consumer.class,
                ConnectionRepresentation.Producer.class,
                MessageRepresentation.class,
                MessageRepresentation.Headers.class,
                MessageRepresentation.Origin.class,
                MoveRepresentation.class,
                MoveRepresentation.Returned.class,
                NewMessageRepresentation.class,
                SentRepresentation.class,
                NodeRepresentation.class,
                NodeRepresentation.Memory.class,
                NodeRepresentation.Disk.class,
                NodeRepresentation.Rates.class,
                TrafficRepresentation.class,
                TrafficRepresentation.ByProtocol.class,
                MessageCounts.class,
                QueueRepresentation.class,
                QueueRepresentation.New.class,
                QueueSettingsRepresentation.class,
                SnsSubscriptionRepresentation.class,
                SnsSubscriptionRepresentation.Delivery.class,
                SnsSubscriptionRepresentation.Problem.class,
                SubscriptionRepresentation.class,
                TestMessageRepresentation.class,
                TopicRepresentation.class,
                TopicRepresentation.New.class
            })
    void whateverIsNotOptionalIsRequired(Class<?> representation) {
        Schema schema = representation.getAnnotation(Schema.class);

        assertThat(schema.requiredProperties())
                .containsExactly(Arrays.stream(representation.getRecordComponents())
                        .filter(component -> component.getType() != Optional.class)
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }
}
