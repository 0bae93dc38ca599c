package io.packetboat.it.sns;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;

/** Reads what SNS sends, and checks its signature as AWS describes it, by nothing but the message itself. */
final class Envelopes {
    private static final List<String> OF_NOTIFICATIONS =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATIONS =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private Envelopes() {}

    static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** Follows a link as a person does, without a login. */
    static HttpResponse<String> visit(String link) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Whether the signature is that of the certificate to which the message points.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">Verifying the
     *     signatures of Amazon SNS messages</a>
     */
    static boolean isSigned(JsonObject envelope) {
        List<String> names = envelope.getString("Type").equals("Notification") ? OF_NOTIFICATIONS : OF_CONFIRMATIONS;
        StringBuilder text = new StringBuilder();
        names.stream()
                .filter(envelope::containsKey)
                .forEach(name -> text.append(name)
                        .append('\n')
                        .append(envelope.getString(name))
                        .append('\n'));
        String algorithm = envelope.getString("SignatureVersion").equals("2") ? "SHA256withRSA" : "SHA1withRSA";
        String pem = visit(envelope.getString("SigningCertURL")).body();
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(envelope.getString("Signature")));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
