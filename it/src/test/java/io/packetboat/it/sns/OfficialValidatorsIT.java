package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.TrustStore;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.ClientProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * AWS's own validators, that of the SDK for Java and that on npm, of which nothing is configured but the certificate's host.
 */
@ExtendWith(SharedServer.class)
class OfficialValidatorsIT {
    private static final String REGIONS = """
            <XML><Regions><Region><Name>us-east-1</Name><Domain>amazonaws.com</Domain><Endpoint>
            <ServiceName>sns</ServiceName><Http>true</Http><Https>true</Https><Hostname>localhost</Hostname>
            </Endpoint></Region></Regions></XML>
            """;

    @TempDir
    Path folder;

    private final String name = "valid-" + UUID.randomUUID();
    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private final List<String> files = new ArrayList<>();
    private HttpServer subscriber;

    @BeforeEach
    void listen() throws IOException {
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        subscriber.start();
    }

    @AfterEach
    void stop() {
        subscriber.stop(0);
    }

    @ParameterizedTest(name = "signature version {0}")
    @ValueSource(strings = {"1", "2"})
    void acceptWhatEndpointsGetAndNothingThatWasChanged(String version, PacketboatServer server) throws Exception {
        collect(version, server);
        String notification = Files.readString(Path.of(files.get(1)));
        keep(notification.replace("Grüße", "Gruesse"));

        assertThat(java(server))
                .containsExactly(
                        "accepted SubscriptionConfirmation",
                        "accepted Notification",
                        "accepted Notification",
                        "accepted Notification",
                        "accepted UnsubscribeConfirmation",
                        "Signature in SNS message was invalid");
        // It leaves the token out of what was signed of the end of a subscription, other than AWS says and signs.
        files.remove(4);
        assertThat(node(server))
                .containsExactly(
                        "accepted SubscriptionConfirmation",
                        "accepted Notification",
                        "accepted Notification",
                        "accepted Notification",
                        "The message signature is invalid.");
    }

    /** A confirmation, a message with a subject and one without, one from a queue, and the end of the subscription. */
    private void collect(String version, PacketboatServer server) throws Exception {
        try (SnsClient sns = AwsClients.sync(SnsClient.builder(), server, "http");
                SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
            String topic = sns.createTopic(create -> create.name(name).attributes(Map.of("SignatureVersion", version)))
                    .topicArn();
            sns.subscribe(subscribe -> subscribe
                    .topicArn(topic)
                    .protocol("http")
                    .endpoint("http://localhost:" + subscriber.getAddress().getPort() + "/"));
            JsonObject confirmation = keepPosted();
            String subscription = sns.confirmSubscription(
                            confirm -> confirm.topicArn(topic).token(confirmation.getString("Token")))
                    .subscriptionArn();
            sns.publish(publish -> publish.topicArn(topic).subject("News").message("Grüße\n\"an\" alle"));
            keepPosted();
            sns.publish(publish -> publish.topicArn(topic).message("no subject"));
            keepPosted();
            keep(fromAQueue(sns, sqs, topic));
            keepPosted();
            sns.unsubscribe(end -> end.subscriptionArn(subscription));
            keepPosted();
            sns.deleteTopic(delete -> delete.topicArn(topic));
        }
        // What the queue got came by HTTP too.
        files.remove(4);
    }

    private String fromAQueue(SnsClient sns, SqsClient sqs, String topic) {
        String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        sns.subscribe(subscribe ->
                subscribe.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:us-east-1:000000000000:" + name));
        sns.publish(publish -> publish.topicArn(topic).message("for all"));
        List<Message> received = List.of();
        for (int polls = 0; polls < 6 && received.isEmpty(); polls++) {
            received = sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20))
                    .messages();
        }
        sqs.deleteQueue(delete -> delete.queueUrl(url));
        return received.get(0).body();
    }

    private JsonObject keepPosted() throws Exception {
        String body = posted.poll(60, TimeUnit.SECONDS);
        assertThat(body).as("what is posted to the subscriber").isNotNull();
        keep(body);
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The validators insist on HTTPS, which the same port speaks; where the certificate is, is no part of what is signed. */
    private void keep(String message) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".json");
        Files.writeString(
                file, message.replaceFirst("(\"SigningCertURL\"\\s*:\\s*\")http:", "$1https:"), StandardCharsets.UTF_8);
        files.add(file.toString());
    }

    private List<String> java(PacketboatServer server) throws Exception {
        Path regions = Files.writeString(folder.resolve("regions.xml"), REGIONS);
        return said(
                folder,
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcom.amazonaws.regions.RegionUtils.fileOverride=" + regions,
                "-Djavax.net.ssl.trustStore=" + server.trustStore().file(),
                "-Djavax.net.ssl.trustStorePassword=" + TrustStore.PASSWORD,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                JavaValidator.class.getName());
    }

    private List<String> node(PacketboatServer server) throws Exception {
        return said(
                Path.of("node"),
                Map.of("NODE_EXTRA_CA_CERTS", server.trustStore().pem().toString()),
                "node",
                "validate.mjs",
                "localhost:" + server.port(ServerPort.AWS));
    }

    private List<String> said(Path directory, Map<String, String> environment, String... command) throws Exception {
        return ClientProcess.run(
                        directory,
                        environment,
                        Stream.concat(Stream.of(command), files.stream()).toList())
                .lines()
                .toList();
    }
}
