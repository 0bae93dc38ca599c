package io.packetboat.gateway;

import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.push.PushEntry;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.Subscription.Confirmation;
import io.packetboat.subscription.SubscriptionAttributes;
import io.packetboat.subscription.SubscriptionId;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;

/** Subscriptions, and what waits for them, as lanes give them to pushers. */
final class TestingEntries {
    static final String MESSAGE = "0b52f9a2-6f3a-4d5c-9f0e-000000000001";
    static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:prices";
    static final SubscriptionId ID = new SubscriptionId("6c1de4e1-8f37-4a58-8a5c-000000000002");

    private TestingEntries() {}

    static Subscription subscription(String protocol, String endpoint) {
        return new Subscription(
                ID,
                new TopicName("prices"),
                Endpoint.of(protocol, endpoint),
                new UserName("admin"),
                Confirmation.BY_LINK,
                SubscriptionAttributes.DEFAULTS,
                Instant.EPOCH);
    }

    /** @param more further members, each with a comma before it */
    static PushEntry notification(String more) {
        String envelope = """
                {"Type":"Notification","MessageId":"%s","TopicArn":"%s","Message":"Grüße, Ærøskøbing",\
                "Timestamp":"2026-11-23T00:00:00.001Z","SignatureVersion":"1","Signature":"c2ln",\
                "SigningCertURL":"http://localhost:4566/cert.pem","UnsubscribeURL":"http://localhost:4566/?end"%s}""".formatted(MESSAGE, TOPIC, more);
        return new PushEntry(PushEntry.Kind.NOTIFICATION, MESSAGE, false, envelope);
    }

    static PushEntry confirmation(PushEntry.Kind kind) {
        String body = """
                {"Type":"%s","MessageId":"%s","Token":"00ff","TopicArn":"%s","Message":"please",\
                "SubscribeURL":"http://localhost:4566/?confirm"}""".formatted(kind, MESSAGE, TOPIC);
        return new PushEntry(kind, MESSAGE, false, body);
    }

    static JsonObject json(String text) {
        try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
