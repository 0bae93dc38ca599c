package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class LoginIT {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"users", "node", "session", "queues/x/messages", "nothing/here", "/openapi", "/api/v1"})
    void nothingIsAnsweredWithoutALogin(String path, PacketboatServer server) {
        Answer answer = Api.withoutLogin(server).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=\"packetboat\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void consoleGetsNoChallengeThatOpensTheBrowsersDialog(PacketboatServer server) {
        Answer answer =
                Api.withoutLogin(server).with("X-Packetboat-Console", "1").get("users");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Session ");
    }

    @Test
    void passwordAndAccessKeyAreLogins(PacketboatServer server) {
        Answer byPassword = Api.asAdmin(server).get("session");
        Answer byKey =
                Api.as(server, Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY).get("session");

        assertThat(byPassword.json().getString("userName")).isEqualTo(Admin.USER);
        assertThat(byKey.json().getString("userName")).isEqualTo(Admin.USER);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Basic", "Basic !", "Basic YQ==", "Bearer abc", "Digest x"})
    void otherHeadersAreNone(String header, PacketboatServer server) {
        assertThat(Api.withoutLogin(server)
                        .with("Authorization", header)
                        .get("users")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wrongPasswordsAreRefusedAndThenThrottled(PacketboatServer server) {
        Api guesser = Api.as(server, "guessed", "wrong-password");

        assertThat(guesser.get("users").status()).isEqualTo(401);
        Answer last = guesser.get("users");
        for (int i = 0; i < 20 && last.status() == 401; i++) {
            last = guesser.get("users");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(Api.asAdmin(server).get("session").status()).isEqualTo(200);
    }

    @Test
    void addressAndEncryptionAreNotTakenFromHeaders(PacketboatServer server) {
        Answer answer = Api.asAdmin(server)
                .with("$WSRA", "192.0.2.1")
                .with("$WSIS", "true")
                .with("$WSSC", "https")
                .with("X-Forwarded-For", "192.0.2.1")
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "for=192.0.2.1;proto=https")
                .get("session");

        assertThat(answer.json().getString("source")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(answer.json().getBoolean("secure")).isFalse();
    }

    @Test
    void openApiDocumentIsServedToWhoeverIsLoggedIn(PacketboatServer server) {
        Answer answer = Api.asAdmin(server).get("/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        assertThat(answer.body()).startsWith("---\nopenapi: 3.1.0").contains("/api/v1/queues/{queueName}/messages:");
    }
}
