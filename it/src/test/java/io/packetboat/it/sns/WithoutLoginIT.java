package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What SNS does for whoever has a link and no key: nothing but what the link proves. */
@ExtendWith(SharedServer.class)
class WithoutLoginIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name = "links-" + UUID.randomUUID();
    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private HttpServer subscriber;
    private SnsClient sns;
    private String topic;

    @BeforeEach
    void subscribe(PacketboatServer server) throws Exception {
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        subscriber.start();
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
        topic = sns.createTopic(create -> create.name(name)).topicArn();
        sns.subscribe(subscribe -> subscribe
                .topicArn(topic)
                .protocol("http")
                .endpoint("http://localhost:" + subscriber.getAddress().getPort() + "/"));
    }

    @AfterEach
    void clean() {
        sns.deleteTopic(delete -> delete.topicArn(topic));
        sns.close();
        subscriber.stop(0);
    }

    private JsonObject nextPosted() throws InterruptedException {
        String body = posted.poll(60, TimeUnit.SECONDS);
        assertThat(body).as("what is posted to the subscriber").isNotNull();
        return json(body);
    }

    private static JsonObject json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static HttpResponse<String> follow(String link) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(link))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String confirmed() {
        return sns.getTopicAttributes(get -> get.topicArn(topic)).attributes().get("SubscriptionsConfirmed");
    }

    @Test
    void theLinkOfAConfirmationConfirmsAndTheLinkOfANotificationEnds() throws Exception {
        JsonObject confirmation = nextPosted();
        String link = confirmation.getString("SubscribeURL");
        String wrong = link.replace(confirmation.getString("Token"), "guess");
        assertThat(follow(wrong).statusCode()).isEqualTo(400);
        assertThat(confirmed()).isEqualTo("0");

        HttpResponse<String> answer = follow(link);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<ConfirmSubscriptionResponse", topic + ":");
        assertThat(confirmed()).isEqualTo("1");
        sns.publish(publish -> publish.topicArn(topic).message("m"));
        String end = nextPosted().getString("UnsubscribeURL");
        assertThat(follow(end.substring(0, end.length() - 1) + "0g").statusCode())
                .isEqualTo(400);
        assertThat(confirmed()).isEqualTo("1");
        assertThat(follow(end).statusCode()).isEqualTo(200);
        assertThat(confirmed()).isEqualTo("0");
    }

    @Test
    void theLinkInAQueuesEnvelopeDoesNotEndItAndNothingElseIsDoneWithoutAKey(PacketboatServer server) throws Exception {
        try (SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
            String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
            sns.subscribe(subscribe ->
                    subscribe.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:us-east-1:000000000000:" + name));
            sns.publish(publish -> publish.topicArn(topic).message("m"));
            String link = json(nextBody(sqs, url)).getString("UnsubscribeURL");

            assertThat(follow(link).statusCode()).isEqualTo(403);

            assertThat(confirmed()).isEqualTo("1");
            String base = AwsClients.endpoint(server, "http") + "/?Version=2010-03-31&Action=";
            assertThat(follow(base + "ListTopics").statusCode()).isEqualTo(403);
            assertThat(follow(base + "DeleteTopic&TopicArn=" + topic).statusCode())
                    .isEqualTo(403);
            assertThat(follow(base + "Publish&Message=m&TopicArn=" + topic).statusCode())
                    .isEqualTo(403);
            sqs.deleteQueue(delete -> delete.queueUrl(url));
        }
    }

    private static String nextBody(SqsClient sqs, String url) {
        List<Message> received = List.of();
        for (int polls = 0; polls < 6 && received.isEmpty(); polls++) {
            received = sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20))
                    .messages();
        }
        assertThat(received).as("what the queue got").isNotEmpty();
        return received.get(0).body();
    }

    @Test
    void anybodyCanFetchTheCertificateAndNothingBesideIt(PacketboatServer server) throws Exception {
        URI certificate = URI.create(nextPosted().getString("SigningCertURL"));
        String page = AwsClients.endpoint(server, "http") + certificate.getPath();

        HttpResponse<String> answer = follow(page);

        assertThat(answer.statusCode()).isEqualTo(200);
        X509Certificate found = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.US_ASCII)));
        found.checkValidity();
        assertThat(follow(page + "x").statusCode()).isNotEqualTo(200);
        assertThat(follow(page.replace(".pem", ".key")).statusCode()).isNotEqualTo(200);
    }
}
