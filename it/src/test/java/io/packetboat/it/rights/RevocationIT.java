package io.packetboat.it.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Identity's changes bite open connections: within a second by promise, told in the end, with room for a busy machine. */
@ExtendWith(SharedServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class RevocationIT {
    private static final Logger LOG = System.getLogger(RevocationIT.class.getName());
    private static final Duration BITES_WITHIN = Duration.ofSeconds(60);
    private static final String PASSWORD = "Passw0rd-before";

    private final List<Long> measuredMillis = new CopyOnWriteArrayList<>();

    enum Change {
        RIGHTS_TAKEN_AWAY(false) {
            @Override
            void make(AdminApi api, String user, Login login) throws Exception {
                api.allowNothing(user);
            }
        },
        PASSWORD_CHANGED(true) {
            @Override
            void make(AdminApi api, String user, Login login) throws Exception {
                api.changePassword(user, "Passw0rd-after");
            }
        },
        USER_DELETED(false) {
            @Override
            void make(AdminApi api, String user, Login login) throws Exception {
                api.deleteUser(user);
            }
        },
        ACCESS_KEY_DEACTIVATED(false) {
            @Override
            void make(AdminApi api, String user, Login login) throws Exception {
                api.deactivate(user, login.user());
            }
        };

        private final boolean concernsPassword;

        Change(boolean concernsPassword) {
            this.concernsPassword = concernsPassword;
        }

        abstract void make(AdminApi api, String user, Login login) throws Exception;
    }

    record Case(Door door, Change change) {
        @Override
        public String toString() {
            return door + ": " + change;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void changeEndsTheConsumersOpenConnection(Case example, PacketboatServer server) throws Exception {
        AdminApi api = new AdminApi(server);
        String user = "revoked-" + UUID.randomUUID();
        api.createTopic(user);
        Login byPassword = api.createUser(user, PASSWORD);
        Login login = example.change().concernsPassword ? byPassword : api.createAccessKey(user);
        api.allow(user, List.of("sns:Subscribe"), user);
        try (Client client = example.door().open(server, login)) {
            client.consume(Destination.topic(user));
            assertThat(client.endsWithin(Duration.ofMillis(20))).isFalse();

            long changed = System.nanoTime();
            example.change().make(api, user, login);

            assertThat(client.endsWithin(BITES_WITHIN)).isTrue();
            measuredMillis.add(Duration.ofNanos(System.nanoTime() - changed).toMillis());
        }
    }

    @AfterAll
    void tellTheMedian() {
        List<Long> sorted = measuredMillis.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "Changes bit open connections after a median of {0} ms, at most {1} ms",
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1));
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Door.values())
                .flatMap(door -> Arrays.stream(Change.values()).map(change -> new Case(door, change)));
    }
}
