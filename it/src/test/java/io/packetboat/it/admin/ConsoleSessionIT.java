package io.packetboat.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class ConsoleSessionIT {

    @Test
    void cookieStandsForTheLoginUntilTheLogout(PacketboatServer server) {
        Answer login = login(server, Admin.USER, Admin.PASSWORD);
        Api console = console(server, login);

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Set-Cookie"))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .doesNotContain("Secure");
        assertThat(console.get("session").json().getString("userName")).isEqualTo(Admin.USER);

        assertThat(console.delete("session").status()).isEqualTo(204);
        assertThat(console.get("session").status()).isEqualTo(401);
    }

    @Test
    void cookieOfAnEncryptedLoginStaysEncrypted(PacketboatServer server) throws Exception {
        String cookie = Encrypted.post(
                        server,
                        "session",
                        "{\"userName\": \"%s\", \"password\": \"%s\"}".formatted(Admin.USER, Admin.PASSWORD))
                .getHeaderField("Set-Cookie");

        assertThat(cookie).contains("Secure").contains("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void wrongPasswordOpensNone(PacketboatServer server) {
        Answer answer = login(server, Admin.USER, "wrong-password");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void changesNeedTheConsolesHeader(PacketboatServer server) {
        Api cookieAlone = Api.withoutLogin(server).with("Cookie", cookie(login(server, Admin.USER, Admin.PASSWORD)));

        assertThat(cookieAlone.get("users").status()).isEqualTo(200);
        assertThat(cookieAlone.post("queues/DLQ/purge").status()).isEqualTo(403);
        assertThat(cookieAlone
                        .with("X-Packetboat-Console", "1")
                        .post("queues/DLQ/purge")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void pagesOfOtherSitesCannotUseALogin(PacketboatServer server) {
        Api admin = Api.asAdmin(server);

        assertThat(admin.with("Origin", "https://evil.example")
                        .post("queues/DLQ/purge")
                        .status())
                .isEqualTo(403);
        assertThat(admin.with("Sec-Fetch-Site", "cross-site")
                        .post("queues/DLQ/purge")
                        .status())
                .isEqualTo(403);
        assertThat(admin.with("Sec-Fetch-Site", "same-origin")
                        .post("queues/DLQ/purge")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void deletedUsersSessionEnds(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("users", "{\"userName\": \"leaver\", \"password\": \"leaver-password\"}");
        Api console = console(server, login(server, "leaver", "leaver-password"));
        assertThat(console.get("session").status()).isEqualTo(200);

        admin.delete("users/leaver");

        assertThat(console.get("session").status()).isEqualTo(401);
    }

    @Test
    void changedPasswordEndsTheSession(PacketboatServer server) {
        Api admin = Api.asAdmin(server);
        admin.post("users", "{\"userName\": \"changer\", \"password\": \"first-password\"}");
        Api console = console(server, login(server, "changer", "first-password"));

        admin.put("users/changer/password", "{\"password\": \"second-password\"}");

        assertThat(console.get("session").status()).isEqualTo(401);
        assertThat(login(server, "changer", "second-password").status()).isEqualTo(200);
        admin.delete("users/changer");
    }

    private static Answer login(PacketboatServer server, String user, String password) {
        return Api.withoutLogin(server)
                .post("session", "{\"userName\": \"%s\", \"password\": \"%s\"}".formatted(user, password));
    }

    private static Api console(PacketboatServer server, Answer login) {
        return Api.withoutLogin(server).with("Cookie", cookie(login)).with("X-Packetboat-Console", "1");
    }

    private static String cookie(Answer login) {
        String header = login.header("Set-Cookie");
        return header.substring(0, header.indexOf(';'));
    }
}
