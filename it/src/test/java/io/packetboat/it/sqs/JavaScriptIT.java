package io.packetboat.it.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The AWS SDK for JavaScript, in a process of its own (it/node), installed by the build. */
@ExtendWith(SharedServer.class)
class JavaScriptIT {

    @Test
    void sendsReceivesAndDeletes(PacketboatServer server) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        "sqs.mjs",
                        AwsClients.endpoint(server, "http").toString(),
                        "js-" + UUID.randomUUID(),
                        "päivää")
                .directory(Path.of("node").toFile())
                .redirectErrorStream(true);
        builder.environment().put("AWS_ACCESS_KEY_ID", Admin.ACCESS_KEY_ID);
        builder.environment().put("AWS_SECRET_ACCESS_KEY", Admin.SECRET_ACCESS_KEY);
        // The SDK warns of Node versions that it will not support one day.
        builder.environment().put("NODE_NO_WARNINGS", "1");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines()).containsExactlyInAnyOrder("päivää blue", "päivää again none", "QueueDoesNotExist");
    }
}
