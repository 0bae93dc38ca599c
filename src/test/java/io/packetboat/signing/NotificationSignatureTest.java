package io.packetboat.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.packetboat.identity.TestingIdentity;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.TestingClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSignatureTest {
    private static final Region REGION = new Region("eu-central-1");
    private static final Arn TOPIC = Arn.parse("arn:aws:sns:eu-central-1:000000000000:prices");
    private static final Instant MOMENT = Instant.parse("2030-01-01T00:00:00.655Z");
    private static final SignedText TEXT =
            SignedText.notification("Grüße\nan alle", "m-1", Optional.of("Betreff"), MOMENT, TOPIC);

    @TempDir
    private Path directory;

    @TempDir
    private Path elsewhere;

    private final InMemorySigningKeyStore store = new InMemorySigningKeyStore();
    private final TestingClock clock = new TestingClock();
    private TestingIdentity identity;

    @BeforeEach
    void makeAMasterKey() {
        identity = new TestingIdentity(directory);
    }

    @ParameterizedTest(name = "version {0} is {1}")
    @CsvSource({"1, SHA1withRSA", "2, SHA256withRSA"})
    void whoHasTheCertificateCanCheckASignature(String version, String algorithm) throws GeneralSecurityException {
        NotificationSignature signature = open();

        String signed = signature.sign(TEXT, SignatureVersion.find(version).orElseThrow());

        assertThat(isValid(signature, algorithm, TEXT, signed)).isTrue();
        SignedText other = SignedText.notification("Grüße\nan alle", "m-2", Optional.of("Betreff"), MOMENT, TOPIC);
        assertThat(isValid(signature, algorithm, other, signed)).isFalse();
    }

    @Test
    void theCertificateIsValidForTheNamesThatValidatorsExpect() throws GeneralSecurityException {
        X509Certificate certificate = certificate(open());

        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=sns.eu-central-1.amazonaws.com");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "sns.eu-central-1.amazonaws.com"),
                        List.of(2, "sns.amazonaws.com"),
                        List.of(2, "sns-signing.eu-central-1.amazonaws.com"));
        assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
        assertThatCode(() -> certificate.checkValidity(Date.from(clock.instant())))
                .doesNotThrowAnyException();
        assertThatCode(() -> certificate.checkValidity(Date.from(clock.instant().plus(Duration.ofDays(7_000)))))
                .doesNotThrowAnyException();
    }

    @Test
    void aCertificateThatEndsAfter2049IsWellFormed() throws GeneralSecurityException {
        clock.advance(Duration.ofDays(1_000));

        X509Certificate certificate = certificate(open());

        assertThat(certificate.getNotAfter().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofDays(7_300)));
        assertThat(certificate.getNotAfter().toInstant()).isAfter(Instant.parse("2050-01-01T00:00:00Z"));
    }

    @Test
    void theCertificateIsThePemThatValidatorsRead() {
        assertThat(open().certificate().pem())
                .matches("-----BEGIN CERTIFICATE-----\\n([A-Za-z0-9+/]{64}\\n)*[A-Za-z0-9+/]+={0,2}\\n"
                        + "-----END CERTIFICATE-----\\n");
        assertThat(open().certificate().fileName()).matches("SimpleNotificationService-[0-9a-f]{32}\\.pem");
    }

    @Test
    void theKeyStaysTheSameAfterARestart() throws GeneralSecurityException {
        NotificationSignature before = open();
        NotificationSignature after = open();

        assertThat(after.certificate()).isEqualTo(before.certificate());
        assertThat(isValid(before, "SHA256withRSA", TEXT, after.sign(TEXT, SignatureVersion.V2)))
                .isTrue();
    }

    @Test
    void aNodeThatLostItsMasterKeySignsWithANewKey() throws GeneralSecurityException {
        NotificationSignature lost = open();
        TestingIdentity renewed = new TestingIdentity(elsewhere);

        NotificationSignature signature = NotificationSignature.open(store, renewed.masterKey, REGION, clock);

        assertThat(signature.certificate()).isNotEqualTo(lost.certificate());
        assertThat(isValid(signature, "SHA256withRSA", TEXT, signature.sign(TEXT, SignatureVersion.V2)))
                .isTrue();
        assertThat(NotificationSignature.open(store, renewed.masterKey, REGION, clock)
                        .certificate())
                .isEqualTo(signature.certificate());
    }

    @Test
    void signsTheFieldsOfANotificationInTheOrderOfTheirNames() {
        assertThat(TEXT.value()).isEqualTo("""
                Message
                Grüße
                an alle
                MessageId
                m-1
                Subject
                Betreff
                Timestamp
                2030-01-01T00:00:00.655Z
                TopicArn
                arn:aws:sns:eu-central-1:000000000000:prices
                Type
                Notification
                """);
        assertThat(SignedText.notification("x", "m-1", Optional.empty(), MOMENT, TOPIC)
                        .value())
                .doesNotContain("Subject");
    }

    @Test
    void signsTheFieldsOfAConfirmationInTheOrderOfTheirNames() {
        SignedText.Confirmation confirmation = new SignedText.Confirmation(
                "SubscriptionConfirmation", "You have chosen", "m-1", "token", "http://here/?a=b", MOMENT, TOPIC);

        assertThat(SignedText.confirmation(confirmation).value()).isEqualTo("""
                Message
                You have chosen
                MessageId
                m-1
                SubscribeURL
                http://here/?a=b
                Timestamp
                2030-01-01T00:00:00.655Z
                Token
                token
                TopicArn
                arn:aws:sns:eu-central-1:000000000000:prices
                Type
                SubscriptionConfirmation
                """);
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "2030-01-01T00:00:00.655999Z, 2030-01-01T00:00:00.655Z",
        "2030-01-01T00:00:00.650Z, 2030-01-01T00:00:00.650Z",
        "2030-01-01T00:00:00Z, 2030-01-01T00:00:00.001Z",
        "2030-01-01T00:00:00.000001Z, 2030-01-01T00:00:00.001Z"
    })
    void momentsAlwaysHaveMilliseconds(Instant moment, String shown) {
        assertThat(SignedText.presentable(moment)).hasToString(shown);
    }

    private NotificationSignature open() {
        return NotificationSignature.open(store, identity.masterKey, REGION, clock);
    }

    private static boolean isValid(NotificationSignature signer, String algorithm, SignedText text, String signed)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(certificate(signer).getPublicKey());
        signature.update(text.value().getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(signed));
    }

    private static X509Certificate certificate(NotificationSignature signer) throws GeneralSecurityException {
        byte[] pem = signer.certificate().pem().getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }
}
