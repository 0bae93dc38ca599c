package io.packetboat.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.golden.GoldenFile;
import io.packetboat.aws.golden.TestingWire;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.fanout.TestingPublications;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.subscription.TestingSubscriptions;
import io.packetboat.topic.TestingTopicDefinitions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire for each action on topics and subscriptions, byte by byte, as the golden files have it. */
class SnsGoldenTest {
    private static final List<String> ACTIONS = List.of(
            "AddPermission",
            "ConfirmSubscription",
            "CreatePlatformApplication",
            "CreateTopic",
            "DeleteTopic",
            "GetSubscriptionAttributes",
            "GetTopicAttributes",
            "ListSubscriptions",
            "ListSubscriptionsByTopic",
            "ListTagsForResource",
            "ListTopics",
            "Publish",
            "PublishBatch",
            "RemovePermission",
            "SetSubscriptionAttributes",
            "SetTopicAttributes",
            "Subscribe",
            "TagResource",
            "Unsubscribe",
            "UntagResource");

    private final BlockingWork work = new BlockingWork();
    private final TestingWire wire = new TestingWire(new SnsApi(
                    new TestingTopicDefinitions(),
                    new TestingSubscriptions(),
                    new TestingPublications(),
                    work,
                    IdentityConfig.defaults(Path.of("unused")))
            .api());

    @AfterEach
    void stop() {
        work.stop();
    }

    static Stream<Arguments> exchanges() {
        return GoldenFile.exchanges(SnsGoldenTest.class, ACTIONS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsTheGoldenFileSays(String name, String action, GoldenFile.Exchange exchange) {
        assertThat(wire.answer(action, exchange)).isEqualTo(exchange.answer());
    }
}
