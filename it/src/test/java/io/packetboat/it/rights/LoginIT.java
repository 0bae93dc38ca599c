package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets in on each protocol. Tests that fail logins come from addresses of their own, since failures count there. */
@ExtendWith(SharedServer.class)
class LoginIT {
    private static final String PASSWORD = "Passw0rd-of-the-login";

    @ParameterizedTest
    @EnumSource(Door.class)
    void presetCredentialsOfTheFirstStartLogIn(Door door, PacketboatServer server) {
        assertThatCode(() ->
                        door.open(server, new Login(Admin.USER, Admin.PASSWORD)).close())
                .doesNotThrowAnyException();
        assertThatCode(() -> door.open(server, new Login(Admin.ACCESS_KEY_ID, Admin.SECRET_ACCESS_KEY))
                        .close())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void wrongPasswordIsRefused(Door door, PacketboatServer server) {
        assertRefused(door, server, new Login(Admin.USER, "wrong", "127.0.1.1"));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void wrongSecretOfAnAccessKeyIsRefused(Door door, PacketboatServer server) {
        assertRefused(door, server, new Login(Admin.ACCESS_KEY_ID, "wrong", "127.0.1.1"));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void unknownUserIsRefused(Door door, PacketboatServer server) {
        assertRefused(door, server, new Login("nobody-" + door, Admin.PASSWORD, "127.0.1.1"));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void emptyPasswordIsRefused(Door door, PacketboatServer server) {
        assertRefused(door, server, new Login(Admin.USER, "", "127.0.1.2"));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void nobodyComesInWithoutALogin(Door door, PacketboatServer server) {
        assertRefused(door, server, new Login("", "", "127.0.1.3"));
    }

    @Test
    void manyFailuresShutOutTheirAddressAndNotTheRightfulUserElsewhere(PacketboatServer server) throws Exception {
        String name = "guessed-" + UUID.randomUUID();
        Login rightful = new AdminApi(server).createUser(name, PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertRefused(Door.STOMP, server, new Login(name, "guess " + i, "127.0.2.1"));
        }

        assertRefused(Door.AMQP, server, rightful.from("127.0.2.1"));
        assertThatCode(() -> Door.AMQP.open(server, rightful.from("127.0.0.2")).close())
                .doesNotThrowAnyException();
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void hundredsOfParallelFailuresKeepNobodyElseWaiting(PacketboatServer server) throws Exception {
        String name = "flooded-" + UUID.randomUUID();
        AdminApi api = new AdminApi(server);
        api.createUser(name, PASSWORD);
        Login other = api.createAccessKey(name);
        ExecutorService attackers = Executors.newFixedThreadPool(100);
        try {
            List<Future<?>> attacks = new ArrayList<>();
            for (int i : IntStream.range(0, 500).toArray()) {
                attacks.add(attackers.submit(
                        () -> assertRefused(Door.STOMP, server, new Login("flooded", "guess " + i, "127.0.3.1"))));
            }

            for (Door door : Door.values()) {
                door.open(server, other).close();
            }

            for (Future<?> attack : attacks) {
                attack.get();
            }
        } finally {
            attackers.shutdownNow();
        }
    }

    private static void assertRefused(Door door, PacketboatServer server, Login login) {
        assertThatThrownBy(() -> door.open(server, login).close()).isInstanceOf(Refused.class);
    }
}
