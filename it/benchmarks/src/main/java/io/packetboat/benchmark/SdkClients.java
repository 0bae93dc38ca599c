package io.packetboat.benchmark;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Points clients of the AWS SDK at a server, as its administrator. */
final class SdkClients {
    private SdkClients() {}

    static <C, B extends AwsClientBuilder<B, C>> C client(B builder, PacketboatServer server) {
        return builder.endpointOverride(URI.create("http://localhost:" + server.port(ServerPort.AWS)))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY)))
                .build();
    }
}
