package io.packetboat.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a signature covers, nobody on the way can change. */
@ExtendWith(SharedServer.class)
class TamperingIT {
    private static final List<String> REFUSALS =
            List.of("SignatureDoesNotMatch", "IncompleteSignature", "InvalidClientTokenId");

    @Test
    void whatWasSignedIsAccepted(PacketboatServer server) {
        assertThat(withHeader(server).send(port(server)))
                .startsWith("HTTP/1.1 200 ")
                .contains("user/admin");
        assertThat(withUrl(server).send(port(server)))
                .startsWith("HTTP/1.1 200 ")
                .contains("user/admin");
    }

    @Test
    void aChangedMethodPathOrBodyIsRefused(PacketboatServer server) {
        SignedRequest signed = withHeader(server);

        assertRefused(server, signed.withTarget("/other"));
        assertRefused(server, signed.withTarget("/?Action=GetCallerIdentity"));
        assertRefused(server, signed.withBody("Action=GetCallerIdentity&Version=2011-06-15&More=1"));
        assertRefused(server, withUrl(server).withMethod("POST"));
    }

    @Test
    void everyChangedSignedHeaderIsRefused(PacketboatServer server) {
        SignedRequest signed = withHeader(server);

        assertThat(signed.signedHeaders()).contains("host", "x-amz-date", "content-type");
        for (String name : signed.signedHeaders()) {
            if (name.equals("content-length")) {
                continue; // a changed one ends the request elsewhere, see the changed body
            }
            String value = signed.headers().get(name);
            // With another type the form would not be read at all.
            String changed = name.equals("content-type") ? value + ";x=1" : spoiled(value);
            assertRefused(server, signed.withHeader(name, changed));
        }
    }

    @Test
    void everyChangedPartOfTheAuthorizationIsRefused(PacketboatServer server) {
        SignedRequest signed = withHeader(server);
        String authorization = signed.headers().get("Authorization");

        for (String changed : List.of(
                spoiled(authorization),
                authorization.replace("eu-central-1", "eu-central-2"),
                authorization.replace("/sts/", "/sqs/"),
                authorization.replace("host;", ""),
                authorization.replace("aws4_request", "aws5_request"),
                authorization.replace("AKIA", "AKIB"))) {
            assertThat(changed).isNotEqualTo(authorization);
            assertRefused(server, signed.withHeader("Authorization", changed));
        }
    }

    @Test
    void everyChangedParameterOfAPresignedUrlIsRefused(PacketboatServer server) {
        SignedRequest signed = withUrl(server);
        String[] parameters = signed.target().substring(2).split("&");

        assertThat(parameters).hasSizeGreaterThanOrEqualTo(8);
        for (String parameter : parameters) {
            if (!parameter.startsWith("Action=") && !parameter.startsWith("Version=")) {
                assertRefused(server, signed.withTarget(signed.target().replace(parameter, spoiled(parameter))));
            }
        }
        assertRefused(server, signed.withTarget(signed.target() + "&More=1"));
        assertRefused(server, signed.withTarget(signed.target().replace("X-Amz-Expires=300", "X-Amz-Expires=301")));
    }

    private static SignedRequest withHeader(PacketboatServer server) {
        return SignedRequest.withHeader(AwsClients.endpoint(server, "http"));
    }

    private static SignedRequest withUrl(PacketboatServer server) {
        return SignedRequest.withUrl(AwsClients.endpoint(server, "http"));
    }

    private static int port(PacketboatServer server) {
        return server.port(ServerPort.AWS);
    }

    /** Another last character of the same kind. */
    private static String spoiled(String value) {
        String last = value.substring(value.length() - 1);
        return value.substring(0, value.length() - 1) + (last.equals("1") ? "2" : "1");
    }

    private static void assertRefused(PacketboatServer server, SignedRequest changed) {
        String answer = changed.send(port(server));

        assertThat(answer).matches(text -> !text.startsWith("HTTP/1.1 200 "), "not accepted");
        assertThat(REFUSALS).as(answer).anyMatch(code -> answer.contains("<Code>" + code + "</Code>"));
    }
}
