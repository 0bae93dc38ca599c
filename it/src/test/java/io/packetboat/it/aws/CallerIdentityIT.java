package io.packetboat.it.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** The first call that most tools make, and what they hear when their credentials are wrong. */
@ExtendWith(SharedServer.class)
class CallerIdentityIT {

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theBlockingClientHearsWhoItIs(String scheme, PacketboatServer server) {
        try (StsClient sts = AwsClients.sync(StsClient.builder(), server, scheme)) {
            assertAdmin(sts.getCallerIdentity());
            assertAdmin(sts.getCallerIdentity());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void theAsynchronousClientHearsWhoItIs(String scheme, PacketboatServer server) {
        try (StsAsyncClient sts = AwsClients.async(StsAsyncClient.builder(), server, scheme)) {
            assertAdmin(sts.getCallerIdentity().join());
        }
    }

    @Test
    void aWrongSecretIsTold(PacketboatServer server) {
        AwsCredentials wrong = AwsBasicCredentials.create(Admin.ACCESS_KEY_ID, "wrong" + Admin.SECRET_ACCESS_KEY);

        assertRefused(server, wrong, "SignatureDoesNotMatch", "The request signature we calculated does not match");
    }

    @Test
    void anUnknownKeyIsTold(PacketboatServer server) {
        AwsCredentials unknown = AwsBasicCredentials.create("AKIANOBODYHASTHISKEY", Admin.SECRET_ACCESS_KEY);

        assertRefused(
                server, unknown, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Test
    void aSessionTokenIsRefused(PacketboatServer server) {
        AwsCredentials session =
                AwsSessionCredentials.create(Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY, "a session token");

        assertRefused(
                server, session, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    @Test
    void anActionThatDoesNotExistHereIsTold(PacketboatServer server) {
        try (StsClient sts = AwsClients.sync(StsClient.builder(), server, "http")) {
            assertThatThrownBy(sts::getSessionToken)
                    .isInstanceOfSatisfying(
                            StsException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidAction"));
        }
    }

    private static void assertAdmin(GetCallerIdentityResponse identity) {
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::000000000000:user/admin");
        assertThat(identity.account()).isEqualTo("000000000000");
        assertThat(identity.userId()).isEqualTo("admin");
        assertThat(identity.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
    }

    private static void assertRefused(
            PacketboatServer server, AwsCredentials credentials, String code, String message) {
        try (StsClient sts = AwsClients.sync(StsClient.builder(), server, "http", credentials)) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOfSatisfying(StsException.class, refused -> {
                        assertThat(refused.statusCode()).isEqualTo(403);
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
                        assertThat(refused.requestId()).isNotEmpty();
                    })
                    .hasMessageContaining(message);
        }
    }
}
