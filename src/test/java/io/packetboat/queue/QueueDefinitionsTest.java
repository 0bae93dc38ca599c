package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.identity.AccessDenied;
import io.packetboat.identity.Rights;
import io.packetboat.identity.TestingIdentity;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.policy.Action;
import io.packetboat.policy.Permission;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.policy.ServicePrincipal;
import io.packetboat.queue.AttributeChange.ContentBasedDeduplication;
import io.packetboat.queue.AttributeChange.Delay;
import io.packetboat.queue.AttributeChange.Fifo;
import io.packetboat.queue.AttributeChange.Redrive;
import io.packetboat.queue.AttributeChange.RedriveAllow;
import io.packetboat.queue.AttributeChange.Retention;
import io.packetboat.queue.AttributeChange.ThroughputLimit;
import io.packetboat.queue.AttributeChange.VisibilityTimeout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueDefinitionsTest {
    private static final Caller NODE = TestingIdentity.NODE;
    private static final QueueName ORDERS = new QueueName("orders");
    private static final QueueName DEAD = new QueueName("dead");
    private static final AttributeChange SEVEN = new Delay(Duration.ofSeconds(7));

    @TempDir
    Path directory;

    private TestingQueues running;
    private QueueDefinitions definitions;

    @BeforeEach
    void start() {
        running = TestingQueues.started(directory, new InMemoryQueueStore());
        definitions = running.definitions;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private QueueDefinition create(QueueName name, AttributeChange... wanted) {
        return definitions.create(NODE, name, List.of(wanted), QueueTags.NONE);
    }

    @Test
    void aQueueMadeWithoutAttributesHasSqsDefaultsAndNoRedrivePolicy() {
        QueueDefinition queue = create(ORDERS);

        assertThat(queue.retention()).contains(Duration.ofDays(4));
        assertThat(queue.redrivePolicy()).isEmpty();
        assertThat(queue.visibilityTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(queue.attributes().createdAt()).contains(running.identity.clock.instant());
        assertThat(queue.attributes().modifiedAt()).contains(running.identity.clock.instant());
    }

    @Test
    void makingItAgainIsFineWithTheSameValuesAndRefusedWithOthers() {
        QueueDefinition queue = create(ORDERS, SEVEN, new Retention(Duration.ofHours(1)));

        assertThat(create(ORDERS)).isEqualTo(queue);
        assertThat(create(ORDERS, SEVEN)).isEqualTo(queue);
        assertThatThrownBy(() -> create(ORDERS, new Delay(Duration.ofSeconds(8))))
                .isInstanceOf(QueueNameTaken.class);
        assertThatThrownBy(() -> create(ORDERS, SEVEN, new Retention(Duration.ofHours(2))))
                .isInstanceOf(QueueNameTaken.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.b", "a b", "ümlaut", ".fifo", "a.fifo.fifo", "a/b"})
    void namesThatSqsDoesNotKnowAreRefused(String name) {
        assertThatThrownBy(() -> create(new QueueName(name), new Fifo(true))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void namesHaveUpTo80Characters() {
        assertThat(create(new QueueName("a".repeat(80)))).isNotNull();
        assertThat(create(new QueueName("a".repeat(75) + ".fifo"), new Fifo(true)))
                .isNotNull();
        assertThatThrownBy(() -> create(new QueueName("a".repeat(81)))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> create(new QueueName("a".repeat(76) + ".fifo"), new Fifo(true)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void fifoQueuesAreMarkedByNameAndAttribute() {
        QueueName letters = new QueueName("letters.fifo");

        assertThatThrownBy(() -> create(letters)).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> create(ORDERS, new Fifo(true))).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> create(ORDERS, new ContentBasedDeduplication(true)))
                .isInstanceOf(AttributeUnknown.class);
        assertThatThrownBy(() -> create(
                        letters,
                        new Fifo(true),
                        new ThroughputLimit(FifoSettings.ThroughputLimit.PER_MESSAGE_GROUP_ID)))
                .isInstanceOf(AttributeRefused.class);
        QueueDefinition fifo = create(
                letters,
                new Fifo(true),
                new ThroughputLimit(FifoSettings.ThroughputLimit.PER_MESSAGE_GROUP_ID),
                new AttributeChange.DeduplicationScope(FifoSettings.DeduplicationScope.MESSAGE_GROUP));
        assertThat(fifo.fifo())
                .contains(new FifoSettings(
                        false,
                        FifoSettings.DeduplicationScope.MESSAGE_GROUP,
                        FifoSettings.ThroughputLimit.PER_MESSAGE_GROUP_ID));
    }

    @Test
    void boundsAreChecked() {
        assertThatThrownBy(() -> new VisibilityTimeout(Duration.ofSeconds(43_201)))
                .isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> new Delay(Duration.ofSeconds(901))).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> new AttributeChange.ReceiveWait(Duration.ofSeconds(21)))
                .isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> new AttributeChange.MaximumMessageSize(1_023)).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> new AttributeChange.MaximumMessageSize(1_048_577))
                .isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> new Retention(Duration.ofSeconds(59))).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> new Retention(Duration.ofDays(15))).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> redriveTo(DEAD, 1_001)).isInstanceOf(AttributeRefused.class);
    }

    private static AttributeChange redriveTo(QueueName target, int receives) {
        return new Redrive(Optional.of(new RedrivePolicy(target, receives)));
    }

    @Test
    void aDeadLetterQueueMustExistAndBeOfTheSameTypeAndAllowTheSource() {
        assertThatThrownBy(() -> create(ORDERS, redriveTo(DEAD, 3))).isInstanceOf(AttributeRefused.class);
        assertThatThrownBy(() -> create(ORDERS, redriveTo(ORDERS, 3))).isInstanceOf(AttributeRefused.class);
        create(new QueueName("dead.fifo"), new Fifo(true));
        assertThatThrownBy(() -> create(ORDERS, redriveTo(new QueueName("dead.fifo"), 3)))
                .isInstanceOf(AttributeRefused.class);
        create(DEAD, new RedriveAllow(Optional.of(new RedriveAllowPolicy.DenyAll())));
        assertThatThrownBy(() -> create(ORDERS, redriveTo(DEAD, 3))).isInstanceOf(AttributeRefused.class);

        definitions.change(
                NODE, DEAD, List.of(new RedriveAllow(Optional.of(new RedriveAllowPolicy.ByQueue(List.of(ORDERS))))));
        create(ORDERS, redriveTo(DEAD, 3));

        assertThat(definitions
                        .listDeadLetterSources(NODE, DEAD, PageRequest.first(10))
                        .items())
                .containsExactly(ORDERS);
        assertThatThrownBy(() -> definitions.delete(NODE, DEAD)).isInstanceOf(QueueInUse.class);
    }

    @Test
    void theAdminApiAndSqsSeeOneTruth() {
        create(DEAD);
        create(ORDERS, redriveTo(DEAD, 3), new Retention(Duration.ofHours(1)));

        QueueSettings settings = running.queues.settingsOf(NODE, ORDERS);
        assertThat(settings.maxDeliveryAttempts()).contains(3);
        assertThat(settings.deadLetterQueue()).contains("dead");
        assertThat(settings.retention()).contains(Duration.ofHours(1));

        running.queues.change(
                NODE,
                ORDERS,
                QueueSettings.DEFAULTS
                        .withRetention(Optional.of(Duration.ofDays(100)))
                        .withDeadLetters(5, Optional.of("DLQ")));
        QueueDefinition definition = definitions.describe(NODE, ORDERS).definition();
        assertThat(definition.retention()).contains(Duration.ofDays(100));
        assertThat(definition.redrivePolicy()).contains(new RedrivePolicy(new QueueName("DLQ"), 5));
    }

    @Test
    void aChangeLeavesWhatItDoesNotName() {
        running.queues.create(
                NODE,
                ORDERS,
                new QueueSettings(
                        Optional.of(4),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(9)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                false);

        definitions.change(NODE, ORDERS, List.of(SEVEN));
        definitions.change(NODE, ORDERS, List.of(new Retention(Duration.ofHours(1))));

        QueueSettings settings = running.queues.settingsOf(NODE, ORDERS);
        assertThat(settings.redeliveryDelay()).contains(Duration.ofSeconds(9));
        assertThat(settings.maxDeliveryAttempts()).contains(4);
        assertThat(settings.retention()).contains(Duration.ofHours(1));
        assertThat(definitions.describe(NODE, ORDERS).definition().delay()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aRedrivePolicyCanBeTakenAway() {
        create(DEAD);
        create(ORDERS, redriveTo(DEAD, 3));

        definitions.change(NODE, ORDERS, List.of(new Redrive(Optional.empty())));

        assertThat(running.memory.definitionOf(ORDERS).redrivePolicy()).isEmpty();
        definitions.delete(NODE, DEAD);
    }

    @Test
    void listsAreByPrefixAndInPages() {
        for (String name : List.of("b-1", "a-2", "a-1", "a-3")) {
            create(new QueueName(name));
        }

        var first = definitions.list(NODE, "a-", PageRequest.first(2));
        assertThat(first.items()).extracting(QueueName::value).containsExactly("a-1", "a-2");
        var second = definitions.list(NODE, "a-", new PageRequest(first.next().orElseThrow(), 2));
        assertThat(second.items()).extracting(QueueName::value).containsExactly("a-3");
        assertThat(second.next()).isEmpty();
        assertThat(definitions.list(NODE, "", PageRequest.first(10)).items())
                .extracting(QueueName::value)
                .containsExactly("DLQ", "a-1", "a-2", "a-3", "b-1");
    }

    @Test
    void tagsAreAddedReplacedAndTakenOff() {
        definitions.create(NODE, ORDERS, List.of(), new QueueTags(Map.of("a", "1", "b", "2")));

        definitions.tag(NODE, ORDERS, new QueueTags(Map.of("b", "3", "c", "4")));
        definitions.untag(NODE, ORDERS, List.of("a", "missing"));

        assertThat(definitions.tagsOf(NODE, ORDERS).values()).isEqualTo(Map.of("b", "3", "c", "4"));
        Map<String, String> many =
                IntStream.range(0, 49).boxed().collect(Collectors.toMap(number -> "t" + number, number -> ""));
        assertThatThrownBy(() -> definitions.tag(NODE, ORDERS, new QueueTags(many)))
                .isInstanceOf(QueueTags.Refused.class);
    }

    @Test
    void aQueueIsPurgedOnceAMinute() {
        create(ORDERS);
        Messages messages = new Messages(running.testing.broker(), running.identity.rights, running.identity.config);
        messages.send(NODE, ORDERS, NewMessage.text("first"));

        definitions.purge(NODE, ORDERS);
        assertThat(definitions.describe(NODE, ORDERS).visible()).isZero();
        assertThatThrownBy(() -> definitions.purge(NODE, ORDERS)).isInstanceOf(PurgeInProgress.class);
        running.identity.clock.advance(Duration.ofSeconds(60));
        definitions.purge(NODE, ORDERS);
    }

    @Test
    void whoIsNamedInTheQueuesPolicyMayDoWhatItSays() {
        create(ORDERS);
        Caller ada = caller("ada", "");
        assertThatThrownBy(() -> definitions.describe(ada, ORDERS)).isInstanceOf(AccessDenied.class);

        definitions.addPermission(
                NODE,
                ORDERS,
                new QueuePermission(
                        "look", List.of("arn:aws:iam::000000000000:user/ada"), List.of("GetQueueAttributes")));

        assertThat(definitions.describe(ada, ORDERS).visible()).isZero();
        assertThatThrownBy(() -> definitions.describe(caller("bob", ""), ORDERS))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> definitions.delete(ada, ORDERS)).isInstanceOf(AccessDenied.class);
        definitions.removePermission(NODE, ORDERS, "look");
        assertThatThrownBy(() -> definitions.describe(ada, ORDERS)).isInstanceOf(AccessDenied.class);
        assertThat(running.memory.definitionOf(ORDERS).policy()).isEmpty();
    }

    @Test
    void anAccountInAnAllowGrantsNothingByItself() {
        create(ORDERS);
        Caller ada = caller("ada", "");

        definitions.addPermission(NODE, ORDERS, new QueuePermission("all", List.of("000000000000"), List.of("*")));

        assertThatThrownBy(() -> definitions.describe(ada, ORDERS)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aDenyInTheQueuesPolicyOutweighsTheUsersOwn() {
        create(ORDERS);
        Caller ada = caller("ada", TestingIdentity.allow("sqs:*", "*"));
        assertThat(definitions.describe(ada, ORDERS).visible()).isZero();

        definitions.change(NODE, ORDERS, List.of(new AttributeChange.Policy(Optional.of(ResourcePolicy.parse("""
                        {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*",
                         "Action": "sqs:GetQueueAttributes", "Resource": "*"}}""")))));

        assertThatThrownBy(() -> definitions.describe(ada, ORDERS)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aTopicMaySendToAQueueWhosePolicySaysSo() {
        create(ORDERS);
        Rights rights = running.identity.rights;
        Permission send = Permission.on(
                Action.parse("sqs:SendMessage"), Arn.parse("arn:aws:sqs:us-east-1:000000000000:" + ORDERS));
        Arn prices = Arn.parse("arn:aws:sns:us-east-1:000000000000:prices");
        assertThat(rights.allows(ServicePrincipal.SNS, prices, send)).isFalse();

        definitions.change(NODE, ORDERS, List.of(new AttributeChange.Policy(Optional.of(ResourcePolicy.parse("""
                        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                         "Principal": {"Service": "sns.amazonaws.com"}, "Action": "SQS:SendMessage", "Resource": "*",
                         "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:prices"}}}}""")))));

        assertThat(rights.allows(ServicePrincipal.SNS, prices, send)).isTrue();
        assertThat(rights.allows(ServicePrincipal.SNS, Arn.parse(prices + "-other"), send))
                .isFalse();
    }

    @Test
    void permissionsHaveLimits() {
        create(ORDERS);
        List<String> users = List.of("000000000000");
        definitions.addPermission(NODE, ORDERS, new QueuePermission("one", users, List.of("SendMessage")));

        assertThatThrownBy(() -> definitions.addPermission(
                        NODE, ORDERS, new QueuePermission("one", users, List.of("SendMessage"))))
                .isInstanceOf(QueuePermission.LabelTaken.class);
        assertThatThrownBy(() -> definitions.removePermission(NODE, ORDERS, "two"))
                .isInstanceOf(QueuePermission.LabelNotFound.class);
        assertThatThrownBy(() -> new QueuePermission("a b", users, List.of("SendMessage")))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new QueuePermission("two", users, List.of("a", "b", "c", "d", "e", "f", "g", "h")))
                .isInstanceOf(QueuePermission.LimitReached.class);
        for (int i = 1; i < 20; i++) {
            definitions.addPermission(NODE, ORDERS, new QueuePermission("p" + i, users, List.of("SendMessage")));
        }
        assertThatThrownBy(() -> definitions.addPermission(
                        NODE, ORDERS, new QueuePermission("last", users, List.of("SendMessage"))))
                .isInstanceOf(QueuePermission.LimitReached.class);
    }

    private Caller caller(String name, String statements) {
        if (statements.isEmpty()) {
            running.identity.users.create(NODE, new UserName(name), TestingIdentity.passwordOf(name));
        } else {
            running.identity.userWith(name, statements);
        }
        return TestingIdentity.callerOf(name);
    }

    @Test
    void nobodyActsWithoutTheRight() {
        create(ORDERS);
        Caller stranger = caller("stranger", "");

        for (Runnable command : List.<Runnable>of(
                () -> definitions.create(stranger, new QueueName("new"), List.of(), QueueTags.NONE),
                () -> definitions.delete(stranger, ORDERS),
                () -> definitions.locate(stranger, ORDERS, Optional.empty()),
                () -> definitions.describe(stranger, ORDERS),
                () -> definitions.list(stranger, "", PageRequest.first(1)),
                () -> definitions.listDeadLetterSources(stranger, ORDERS, PageRequest.first(1)),
                () -> definitions.change(stranger, ORDERS, List.of(SEVEN)),
                () -> definitions.tagsOf(stranger, ORDERS),
                () -> definitions.tag(stranger, ORDERS, QueueTags.NONE),
                () -> definitions.untag(stranger, ORDERS, List.of()),
                () -> definitions.addPermission(
                        stranger, ORDERS, new QueuePermission("a", List.of("000000000000"), List.of("*"))),
                () -> definitions.removePermission(stranger, ORDERS, "a"),
                () -> definitions.purge(stranger, ORDERS))) {
            assertThatThrownBy(command::run).isInstanceOf(AccessDenied.class);
        }
    }
}
