package io.packetboat.it.aws;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.TrustStore;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Points clients of the AWS SDK at a server, as its administrator unless told otherwise. */
public final class AwsClients {
    private static final AwsCredentials ADMIN =
            AwsBasicCredentials.create(Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY);

    /** A request that is given up too early is sent again: what the first one received or sent is there twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private AwsClients() {}

    /** The endpoint's URL; the one port speaks both. */
    public static URI endpoint(PacketboatServer server, String scheme) {
        return URI.create(scheme + "://localhost:" + server.port(ServerPort.AWS));
    }

    /** A blocking client; over https it trusts the server's own certificate. */
    public static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C sync(
            B builder, PacketboatServer server, String scheme) {
        return sync(builder, server, scheme, ADMIN);
    }

    /** As {@link #sync}, for another user. */
    public static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C sync(
            B builder, PacketboatServer server, String scheme, AwsCredentials credentials) {
        return common(builder, server, scheme, credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE)
                        .tlsTrustManagersProvider(() -> trustManagers(server)))
                .build();
    }

    /** A client that does not block; over https it trusts the server's own certificate. */
    public static <C, B extends AwsAsyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C async(
            B builder, PacketboatServer server, String scheme) {
        return common(builder, server, scheme, ADMIN)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .connectionAcquisitionTimeout(PATIENCE)
                        .tlsNegotiationTimeout(PATIENCE)
                        .readTimeout(PATIENCE)
                        .tlsTrustManagersProvider(() -> trustManagers(server)))
                .build();
    }

    private static <C, B extends AwsClientBuilder<B, C>> B common(
            B builder, PacketboatServer server, String scheme, AwsCredentials credentials) {
        return builder.endpointOverride(endpoint(server, scheme))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
    }

    private static TrustManager[] trustManagers(PacketboatServer server) {
        try {
            KeyStore store =
                    KeyStore.getInstance(server.trustStore().file().toFile(), TrustStore.PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
