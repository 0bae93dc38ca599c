package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls SQS over JSON, signed; the AWS SDK would call again by itself when the server is gone. */
final class SqsCalls {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SCOPE = "/us-east-1/sqs/aws4_request";
    private static final String SIGNED = "content-type;host;x-amz-date;x-amz-target";
    private static final String TYPE = "application/x-amz-json-1.0";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();
    private final String host;

    SqsCalls(PacketboatServer server) {
        this.host = "localhost:" + server.port(ServerPort.AWS);
    }

    /** The URL of a queue of this name. */
    String url(String queue) {
        return "http://" + host + "/000000000000/" + queue;
    }

    /** How many messages are there, those in flight included. */
    long depth(String queue) throws IOException, InterruptedException {
        JsonObject attributes = call(
                        "GetQueueAttributes",
                        Json.createObjectBuilder()
                                .add("QueueUrl", url(queue))
                                .add("AttributeNames", Json.createArrayBuilder().add("All"))
                                .build())
                .getJsonObject("Attributes");
        return Long.parseLong(attributes.getString("ApproximateNumberOfMessages"))
                + Long.parseLong(attributes.getString("ApproximateNumberOfMessagesNotVisible"));
    }

    /** Returns the answer; fails with anything if there is none, and if it is an error. */
    JsonObject call(String action, JsonObject request) throws IOException, InterruptedException {
        String target = "AmazonSQS." + action;
        String body = request.toString();
        String time = TIME.format(Instant.now());
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://" + host + "/"))
                        .timeout(Duration.ofSeconds(120))
                        .header("Content-Type", TYPE)
                        .header("X-Amz-Date", time)
                        .header("X-Amz-Target", target)
                        .header("Authorization", authorization(time, target, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(action + " was answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body().isEmpty()
                ? JsonObject.EMPTY_JSON_OBJECT
                : Json.createReader(new StringReader(response.body())).readObject();
    }

    private String authorization(String time, String target, String body) {
        String day = time.substring(0, 8);
        String canonical = "POST\n/\n\ncontent-type:" + TYPE + "\nhost:" + host + "\nx-amz-date:" + time
                + "\nx-amz-target:" + target + "\n\n" + SIGNED + "\n" + sha256(body);
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + day + SCOPE + "\n" + sha256(canonical);
        byte[] key = ("AWS4" + Admin.SECRET_ACCESS_KEY).getBytes(StandardCharsets.UTF_8);
        for (String part : (day + SCOPE).split("/")) {
            key = hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + Admin.ACCESS_KEY_ID + "/" + day + SCOPE + ", SignedHeaders=" + SIGNED
                + ", Signature=" + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
