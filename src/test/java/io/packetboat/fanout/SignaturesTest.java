package io.packetboat.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.fanout.Signatures.Content;
import io.packetboat.fanout.Signatures.Signed;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.TopicName;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.signing.SignatureVersion;
import io.packetboat.signing.SignedText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTest {
    private static final TopicName TOPIC = new TopicName("prices");
    private static final Content CONTENT = new Content(
            "42",
            "m-1",
            Optional.of("Up"),
            Instant.parse("2030-01-01T00:00:00.655Z"),
            Arn.parse("arn:aws:sns:us-east-1:000000000000:prices"));

    @TempDir
    private Path directory;

    private SignatureVersion version = SignatureVersion.V1;
    private NotificationSignature signature;
    private Signatures signatures;

    @BeforeEach
    void makeAKey() {
        signature = TestingTopics.signature(directory);
        signatures = new Signatures(signature, TestingTopics.LINKS, topic -> version);
    }

    @Test
    void anEnvelopeIsSignedAsItsTopicWants() {
        SignedText text = SignedText.notification(
                CONTENT.message(), CONTENT.messageId(), CONTENT.subject(), CONTENT.moment(), CONTENT.topic());

        Signed first = signatures.of(TOPIC, CONTENT).orElseThrow();
        version = SignatureVersion.V2;
        Signed second = signatures.of(TOPIC, CONTENT).orElseThrow();

        assertThat(first.signature()).isEqualTo(signature.sign(text, SignatureVersion.V1));
        assertThat(second.signature()).isEqualTo(signature.sign(text, SignatureVersion.V2));
        assertThat(first.certificateUrl())
                .isEqualTo("http://localhost/" + signature.certificate().fileName());
    }

    @Test
    void allSubscriptionsShareOneSignature() {
        Signed first = signatures.of(TOPIC, CONTENT).orElseThrow();

        assertThat(signatures.of(TOPIC, CONTENT)).containsSame(first);
    }

    @Test
    void notificationsOfFifoTopicsAreNotSigned() {
        assertThat(signatures.of(new TopicName("prices.fifo"), CONTENT)).isEmpty();
    }
}
