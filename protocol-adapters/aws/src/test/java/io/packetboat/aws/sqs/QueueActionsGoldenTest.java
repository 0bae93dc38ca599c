package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.golden.GoldenFile;
import io.packetboat.aws.golden.TestingWire;
import io.packetboat.aws.operation.BlockingWork;
import io.packetboat.delivery.TestingDeliveries;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.queue.TestingMoveTasks;
import io.packetboat.queue.TestingQueueDefinitions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire for each action on queues themselves, byte by byte, as the golden files have it. */
class QueueActionsGoldenTest {
    private static final List<String> ACTIONS = List.of(
            "AddPermission",
            "CancelMessageMoveTask",
            "CreateQueue",
            "DeleteQueue",
            "GetQueueAttributes",
            "GetQueueUrl",
            "ListDeadLetterSourceQueues",
            "ListMessageMoveTasks",
            "ListQueueTags",
            "ListQueues",
            "PurgeQueue",
            "RemovePermission",
            "SetQueueAttributes",
            "StartMessageMoveTask",
            "TagQueue",
            "UntagQueue");

    private final BlockingWork work = new BlockingWork();
    private final TestingWire wire = new TestingWire(new SqsApi(
                    new TestingDeliveries(),
                    new TestingQueueDefinitions(),
                    new TestingMoveTasks(),
                    work,
                    IdentityConfig.defaults(Path.of("unused")))
            .api());

    @AfterEach
    void stop() {
        work.stop();
    }

    static Stream<Arguments> exchanges() {
        return GoldenFile.exchanges(QueueActionsGoldenTest.class, ACTIONS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsTheGoldenFileSays(String name, String action, GoldenFile.Exchange exchange) {
        assertThat(wire.answer(action, exchange)).isEqualTo(exchange.answer());
    }
}
