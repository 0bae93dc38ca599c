package io.packetboat.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.aws.operation.CommonErrors;
import io.packetboat.aws.operation.ErrorCode;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.identity.AccessKeySecret;
import io.packetboat.identity.SigningKey;
import io.packetboat.kernel.UserName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String KEY_ID = "AKIATESTINGSIGNATURE";
    private static final String SECRET = "secretOfTheTestingSigner0123456789abcdef";
    private static final UserName USER = new UserName("alice");
    private static final byte[] BODY = "{\"QueueName\":\"orders\"}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> HEADERS = Map.of(
            "host", "localhost:4566",
            "content-type", "application/x-amz-json-1.0",
            "x-amz-target", "AmazonSQS.GetQueueUrl");

    private final SignatureVerifier verifier = new SignatureVerifier(
            (id, scope) -> id.equals(KEY_ID)
                    ? Optional.of(SigningKey.derive(USER, new AccessKeySecret(SECRET), scope))
                    : Optional.empty(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final TestingSigner signer = new TestingSigner(KEY_ID, SECRET, "sqs", NOW);

    @Test
    void whoSignedIsKnown() {
        assertThat(verifier.verify(signed(signer), "sqs")).isEqualTo(USER);
    }

    @Test
    void anyRegionOfTheScopeIsAccepted() {
        // The testing signer signs for eu-west-3, and nothing here knows that region.
        assertThat(signed(signer).headers().firstOrEmpty("authorization")).contains("eu-west-3");
        assertThat(verifier.verify(signed(signer), "sqs")).isEqualTo(USER);
    }

    @Test
    void anUnsignedBodyIsAcceptedWhereTheClientSaysSo() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        Map<String, String> all = signer.sign("POST", "/", "", headers, BODY);

        assertThat(verifier.verify(request("POST", "/", "", all, "other".getBytes(StandardCharsets.UTF_8)), "sqs"))
                .isEqualTo(USER);
    }

    @Test
    void signedChunksAreRefused() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        Map<String, String> all = signer.sign("POST", "/", "", headers, BODY);

        assertRefused(request("POST", "/", "", all, BODY), CommonErrors.SIGNATURE_DOES_NOT_MATCH, "STREAMING-*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "host", "x-amz-date", "x-amz-target", "authorization"})
    void aChangedSignedHeaderIsRefused(String name) {
        Map<String, String> all = new HashMap<>(signer.sign("POST", "/", "", HEADERS, BODY));
        String value = all.get(name);
        all.put(name, value.substring(0, value.length() - 1) + (value.endsWith("0") ? "1" : "0"));

        assertThatThrownBy(() -> verifier.verify(request("POST", "/", "", all, BODY), "sqs"))
                .isInstanceOf(RequestRefused.class);
    }

    @Test
    void aChangedMethodPathQueryOrBodyIsRefused() {
        Map<String, String> all = signer.sign("POST", "/", "", HEADERS, BODY);

        assertMismatch(request("GET", "/", "", all, BODY));
        assertMismatch(request("POST", "/other", "", all, BODY));
        assertMismatch(request("POST", "/", "a=b", all, BODY));
        assertMismatch(request("POST", "/", "", all, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aHeaderOfAwsThatIsNotSignedIsRefused() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.remove("x-amz-target");
        Map<String, String> all = new HashMap<>(signer.sign("POST", "/", "", headers, BODY));
        all.put("x-amz-target", "AmazonSQS.DeleteQueue");

        assertRefused(
                request("POST", "/", "", all, BODY),
                CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void aWrongSecretIsRefused() {
        assertMismatch(signed(signer.withSecret("anotherSecretOfTheTestingSigner01234567")));
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertRefused(
                signed(signer.withKeyId("AKIANOTKNOWNTONODE00")),
                CommonErrors.INVALID_TOKEN,
                "The security token included in the request is invalid.");
    }

    @Test
    void aSessionTokenIsRefused() {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("x-amz-security-token", "token");

        assertRefused(
                request("POST", "/", "", signer.sign("POST", "/", "", headers, BODY), BODY),
                CommonErrors.INVALID_TOKEN,
                "The security token included in the request is invalid.");
    }

    @Test
    void aSignatureForAnotherServiceIsRefused() {
        assertRefused(
                signed(signer.forService("sns")),
                CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                "Credential should be scoped to correct service: 'sqs'.");
    }

    @ParameterizedTest(name = "{0} seconds")
    @CsvSource({"-900", "-899", "0", "899", "900"})
    void clocksMayDifferByAQuarterOfAnHour(int seconds) {
        assertThat(verifier.verify(signed(signer.at(NOW.plusSeconds(seconds))), "sqs"))
                .isEqualTo(USER);
    }

    @Test
    void anOldSignatureHasExpired() {
        assertRefused(
                signed(signer.at(NOW.minusSeconds(901))),
                CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                "Signature expired: 20261122T114459Z is now earlier than 20261122T114500Z (20261122T120000Z - 15 min.)");
    }

    @Test
    void aSignatureOfTheFutureIsNotYetCurrent() {
        assertRefused(
                signed(signer.at(NOW.plusSeconds(901))),
                CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                "Signature not yet current: 20261122T121501Z is still later than 20261122T121500Z"
                        + " (20261122T120000Z + 15 min.)");
    }

    @Test
    void aScopeOfAnotherDayIsRefused() {
        Map<String, String> all = new HashMap<>(signer.sign("POST", "/", "", HEADERS, BODY));
        all.computeIfPresent("authorization", (name, value) -> value.replace("/20261122/", "/20261121/"));

        assertRefused(request("POST", "/", "", all, BODY), CommonErrors.SIGNATURE_DOES_NOT_MATCH, "Date in Credential");
    }

    @Test
    void aPresignedUrlHoldsAsLongAsItSays() {
        assertThat(verifier.verify(presigned(NOW.minus(Duration.ofHours(1)), 3600), "sqs"))
                .isEqualTo(USER);
        assertRefused(
                presigned(NOW.minus(Duration.ofHours(1)), 3599),
                CommonErrors.SIGNATURE_DOES_NOT_MATCH,
                "Signature expired: 20261122T110000Z is now earlier than 20261122T110001Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 604_801})
    void aPresignedUrlHoldsForAWeekAtMost(int seconds) {
        assertRefused(presigned(NOW, seconds), CommonErrors.INCOMPLETE_SIGNATURE, "X-Amz-Expires");
    }

    @Test
    void aChangedPresignedUrlIsRefused() {
        WireRequest original = presigned(NOW, 60);

        assertMismatch(new WireRequest(
                "GET", "/", original.query().replace("ListQueues", "PurgeQueue"), original.headers(), new byte[0]));
        assertMismatch(new WireRequest(
                "GET", "/", original.query().replace("Expires=60", "Expires=61"), original.headers(), new byte[0]));
    }

    @Test
    void aRequestWithoutSignatureIsTold() {
        assertRefused(
                request("POST", "/", "", HEADERS, BODY),
                CommonErrors.MISSING_AUTHENTICATION,
                "Request is missing Authentication Token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic YWRtaW46c2VjcmV0",
                "AWS4-HMAC-SHA256",
                "AWS4-ECDSA-P256-SHA256 Credential=a/b/c/aws4_request, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=AKID, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=a/20261122/r/sqs/aws4_request, Signature=0",
                "AWS4-HMAC-SHA256 Credential=a/20261122/r/sqs/aws4_request, SignedHeaders=host"
            })
    void halfASignatureIsIncomplete(String authorization) {
        Map<String, String> all = new HashMap<>(HEADERS);
        all.put("authorization", authorization);
        all.put("x-amz-date", "20261122T120000Z");

        assertThatThrownBy(() -> verifier.verify(request("POST", "/", "", all, BODY), "sqs"))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(CommonErrors.INCOMPLETE_SIGNATURE));
    }

    private static WireRequest signed(TestingSigner signer) {
        return request("POST", "/", "", signer.sign("POST", "/", "", HEADERS, BODY), BODY);
    }

    private WireRequest presigned(Instant time, int seconds) {
        String query = signer.at(time).presign("GET", "/", "Action=ListQueues", "localhost:4566", seconds);
        return request("GET", "/", query, Map.of("host", "localhost:4566"), new byte[0]);
    }

    private static WireRequest request(
            String method, String path, String query, Map<String, String> headers, byte[] body) {
        WireHeaders.Builder all = WireHeaders.builder();
        headers.forEach(all::add);
        return new WireRequest(method, path, query, all.build(), body);
    }

    private void assertMismatch(WireRequest request) {
        assertRefused(request, CommonErrors.SIGNATURE_DOES_NOT_MATCH, "The request signature we calculated");
    }

    private void assertRefused(WireRequest request, ErrorCode code, String message) {
        assertThatThrownBy(() -> verifier.verify(request, "sqs"))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
