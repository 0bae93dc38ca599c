package io.packetboat.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.sigv4.SignatureVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two services on one port that share the name of an action, in a protocol that does not name the service. */
class ServiceChoiceTest {
    private final AwsQuery query = new AwsQuery(
            List.of(new TestingApi().api(), new TestingOpenApi().api()), SignatureVerifier::claimedService);

    @ParameterizedTest(name = "{0}, signed for {1}: {2}")
    @CsvSource({
        "Action=Echo&Version=2026-11-22, open, testing",
        "Action=Echo&Version=2026-11-23, testing, open",
        "Action=Echo, open, open",
        "Action=Echo, testing, testing",
        "Action=Echo&Version=1900-01-01, open, open",
        "Action=Confirm, testing, open",
        "Action=Echo, unknown, testing",
    })
    void versionThenSignatureThenActionTellTheService(String form, String signedFor, String expected) {
        Requested requested = query.read(request(form, signedFor));

        assertThat(requested.api().signingName()).isEqualTo(expected);
    }

    @Test
    void anActionOfAnotherServiceIsNotFoundUnderTheVersionOfThisOne() {
        assertThatThrownBy(() -> query.read(request("Action=Confirm&Version=2026-11-22", "open")))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("The action Confirm is not valid for this web service.");
    }

    private static WireRequest request(String form, String signedFor) {
        WireHeaders headers = WireHeaders.builder()
                .add("x-amz-date", "20261122T120000Z")
                .add(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKID/20261122/eu-west-3/" + signedFor
                                + "/aws4_request, SignedHeaders=host, Signature=00")
                .build();
        return new WireRequest("GET", "/", form, headers, new byte[0]);
    }
}
