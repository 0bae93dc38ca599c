package io.packetboat.it.sqs;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.rights.Login;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Speaks Query to one queue, with AWS's own signer. */
record QueryClient(PacketboatServer server, String queueUrl, Login keys) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    // Java's client sets these itself.
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    /** As the administrator. */
    QueryClient(PacketboatServer server, String queueUrl) {
        this(server, queueUrl, new Login(Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY));
    }

    /** The body of the answer, whatever its status. */
    String call(String action, String parameters) {
        String form = "Action=" + action + "&Version=2012-11-05&QueueUrl="
                + URLEncoder.encode(queueUrl, StandardCharsets.UTF_8) + (parameters.isEmpty() ? "" : "&" + parameters);
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        URI endpoint = AwsClients.endpoint(server, "http");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(endpoint + "/")).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signed(endpoint, body).headers().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SdkHttpRequest signed(URI endpoint, byte[] body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(keys.user(), keys.password()))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1"))
                .request();
    }
}
