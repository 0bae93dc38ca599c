package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.ClientProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The AWS SDK for JavaScript and a worker on top of it, in processes of their own (it/node), installed by the build. */
@ExtendWith(SharedServer.class)
class JavaScriptIT {

    @Test
    void sendsReceivesAndDeletes(PacketboatServer server) throws Exception {
        assertThat(node(server, "sqs.mjs", "päivää"))
                .containsExactlyInAnyOrder("päivää blue", "päivää again none", "QueueDoesNotExist");
    }

    @Test
    void publishesToATopicAndTheSubscribedQueueGetsWhatItsFilterPolicyWants(PacketboatServer server) throws Exception {
        assertThat(node(server, "sns.mjs", "päivää"))
                .containsExactlyInAnyOrder(
                        "1 true",
                        "a InvalidParameter",
                        "päivää News red",
                        "päivää again none red",
                        "NotFoundException");
    }

    @Test
    void aWorkerThatPollsHandlesEachMessageOnceItDoesNotFail(PacketboatServer server) throws Exception {
        assertThat(node(server, "consumer.mjs", "6"))
                .containsExactly(
                        "message-0 order 2",
                        "message-1 order 1",
                        "message-2 order 1",
                        "message-3 order 1",
                        "message-4 order 1",
                        "message-5 order 1",
                        "failed 1",
                        "left 0 0");
    }

    private static List<String> node(PacketboatServer server, String script, String argument) throws Exception {
        String endpoint = AwsClients.endpoint(server, "http").toString();
        return ClientProcess.run(
                        Path.of("node"),
                        Map.of(),
                        List.of("node", script, endpoint, "js-" + UUID.randomUUID(), argument))
                .lines()
                .toList();
    }
}
