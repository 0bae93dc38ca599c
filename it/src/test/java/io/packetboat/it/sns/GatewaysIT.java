package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Party.Mailbox;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Subscribers by mail, functions, telephones and another MQTT broker, which is the shared server. */
@ExtendWith(SharedServer.class)
class GatewaysIT {
    private static final long PATIENCE_SECONDS = 60;
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:tariff";

    private static final GreenMail MAILS = new GreenMail(smtp());
    private static final BlockingQueue<Posted> POSTS = new LinkedBlockingQueue<>();
    private static HttpServer gateway;
    private static PacketboatServer server;
    private static SnsClient sns;

    private record Posted(String path, Map<String, List<String>> headers, JsonObject body) {}

    @BeforeAll
    static void start(PacketboatServer other) throws IOException {
        MAILS.start();
        MAILS.setUser("node", "s3cret");
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", GatewaysIT::answer);
        gateway.start();
        String web = "http://localhost:" + gateway.getAddress().getPort();
        server = PacketboatServer.started(
                "gateways",
                Map.of(
                        "PACKETBOAT_SNS_SMTP_HOST", "127.0.0.1",
                        "PACKETBOAT_SNS_SMTP_PORT",
                                Integer.toString(MAILS.getSmtp().getPort()),
                        "PACKETBOAT_SNS_SMTP_TLS", "none",
                        "PACKETBOAT_SNS_SMTP_USER", "node",
                        "PACKETBOAT_SNS_SMTP_PASSWORD", "s3cret",
                        "PACKETBOAT_SNS_SMTP_FROM", "no-reply@node.example.org",
                        "PACKETBOAT_SNS_LAMBDA_ENDPOINT", web + "/functions",
                        "PACKETBOAT_SNS_SMS_URL", web + "/texts",
                        "PACKETBOAT_SNS_SMS_AUTHORIZATION", "Bearer t0ken",
                        "PACKETBOAT_SNS_MQTT_BROKERS",
                                "mqtt://%s:%s@localhost:%d"
                                        .formatted(Admin.USER, Admin.PASSWORD, other.port(ServerPort.MQTT))),
                List.of());
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
    }

    @AfterAll
    static void stop() {
        sns.close();
        server.close();
        gateway.stop(0);
        MAILS.stop();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        POSTS.add(new Posted(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), json(body)));
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String topic(String name) {
        return sns.createTopic(create -> create.name(name)).topicArn();
    }

    private static void publish(String topic, String message) {
        sns.publish(publish -> publish.topicArn(topic)
                .message(message)
                .subject("Prices")
                .messageAttributes(Map.of(
                        "colour",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("red")
                                .build())));
    }

    /** The next request for this path; one that came a second time for another may come before it. */
    private static Posted nextPost(String path) throws InterruptedException {
        while (true) {
            Posted post = POSTS.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(post).as(path).isNotNull();
            if (post.path().equals(path)) {
                return post;
            }
        }
    }

    /** The first mail to a receiver with this subject. */
    private static String mail(String receiver, String subject) {
        return await().until(
                        () -> List.of(MAILS.getReceivedMessages()).stream()
                                .filter(mail -> isTo(mail, receiver, subject))
                                .map(GatewaysIT::text)
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private static boolean isTo(MimeMessage mail, String receiver, String subject) {
        try {
            return mail.getAllRecipients()[0].toString().equals(receiver)
                    && mail.getSubject().equals(subject);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void follow(String link) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String linkIn(String mail, String action) {
        Matcher matcher = Pattern.compile("http://localhost:\\S*Action=" + action + "\\S*")
                .matcher(mail);
        assertThat(matcher.find()).as(mail).isTrue();
        return matcher.group();
    }

    private static String confirmByMail(String protocol, String topic, String receiver)
            throws IOException, InterruptedException {
        String arn = sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol(protocol)
                        .endpoint(receiver)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        String question = mail(receiver, "AWS Notification - Subscription Confirmation");
        String link = protocol.equals("email")
                ? linkIn(question, "ConfirmSubscription")
                : json(question).getString("SubscribeURL");
        follow(link);
        return arn;
    }

    @Test
    void aReaderConfirmsByTheLinkGetsMailsAndEndsItByTheLink() throws Exception {
        String topic = topic("gateways-mail");
        String reader = "reader@example.org";

        confirmByMail("email", topic, reader);
        publish(topic, "Ærø is 42");

        String mail = mail(reader, "Prices");
        assertThat(mail).startsWith("Ærø is 42");
        follow(linkIn(mail, "Unsubscribe"));
        assertThat(sns.listSubscriptionsByTopic(list -> list.topicArn(topic)).subscriptions())
                .isEmpty();
    }

    @Test
    void aMachineGetsTheEnvelopeByMail() throws Exception {
        String topic = topic("gateways-mail-json");
        String machine = "machine@example.org";

        confirmByMail("email-json", topic, machine);
        publish(topic, "Ærø is 42");

        JsonObject envelope = json(mail(machine, "Prices"));
        assertThat(envelope.getString("Message")).isEqualTo("Ærø is 42");
        assertThat(envelope.getString("TopicArn")).isEqualTo(topic);
        assertThat(envelope.getString("Signature")).isNotEmpty();
    }

    @Test
    void aFunctionIsInvokedWithSnsOwnEvent() throws InterruptedException {
        String topic = topic("gateways-lambda");
        String arn = sns.subscribe(subscribe ->
                        subscribe.topicArn(topic).protocol("lambda").endpoint(FUNCTION))
                .subscriptionArn();

        publish(topic, "to a function");

        Posted post = nextPost("/functions/2015-03-31/functions/tariff/invocations");
        assertThat(post.headers().get("X-amz-invocation-type")).containsExactly("Event");
        JsonObject event = post.body().getJsonArray("Records").getJsonObject(0);
        assertThat(event.getString("EventSubscriptionArn")).isEqualTo(arn);
        JsonObject notification = event.getJsonObject("Sns");
        assertThat(notification.getString("Message")).isEqualTo("to a function");
        assertThat(notification.getString("Subject")).isEqualTo("Prices");
        assertThat(notification
                        .getJsonObject("MessageAttributes")
                        .getJsonObject("colour")
                        .getString("Value"))
                .isEqualTo("red");
        assertThat(notification.getString("SigningCertUrl")).startsWith("http://localhost:");
    }

    @Test
    void aTelephoneIsReachedThroughTheGateway() throws InterruptedException {
        String topic = topic("gateways-sms");
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sms").endpoint("+4917012345678"));

        publish(topic, "to a telephone");

        Posted post = nextPost("/texts");
        assertThat(post.headers().get("Authorization")).containsExactly("Bearer t0ken");
        assertThat(post.body().getString("PhoneNumber")).isEqualTo("+4917012345678");
        assertThat(post.body().getString("Message")).isEqualTo("to a telephone");
    }

    @Test
    void anotherBrokersSubscribersGetItByMqtt(PacketboatServer other) throws Exception {
        String topic = topic("gateways-mqtt");
        try (Party party = Protocol.MQTT_5.open(other, Transport.PLAIN);
                Mailbox mailbox = party.consume(Destination.topic("gateways.elsewhere"))) {
            sns.subscribe(subscribe -> subscribe
                    .topicArn(topic)
                    .protocol("mqtt")
                    .endpoint("mqtt://localhost:" + other.port(ServerPort.MQTT) + "/gateways/elsewhere"));

            publish(topic, "to another broker");

            Letter letter = mailbox.next(Duration.ofSeconds(PATIENCE_SECONDS));
            assertThat(new String(letter.body().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("to another broker");
            assertThat(letter.properties()).containsEntry("colour", "red");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "mqtt, mqtt://elsewhere:1883/a",
        "lambda, tariff",
        "email, 'a@example.org, b@example.org'",
        "sms, 12",
        "application, arn:aws:sns:us-east-1:000000000000:endpoint/GCM/app/1",
    })
    void whatCannotBeDeliveredToIsRefused(String protocol, String endpoint) {
        String topic = topic("gateways-refused");

        assertThatThrownBy(() -> sns.subscribe(subscribe ->
                        subscribe.topicArn(topic).protocol(protocol).endpoint(endpoint)))
                .isInstanceOf(InvalidParameterException.class);
    }

    /** Its own patience with a start is two seconds. */
    private static ServerSetup smtp() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }
}
