package io.packetboat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.identity.Administrators;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.identity.IdentityFollower;
import io.packetboat.identity.IdentityObserver;
import io.packetboat.identity.Password;
import io.packetboat.identity.PasswordHasher;
import io.packetboat.identity.Rights;
import io.packetboat.identity.UserNameTaken;
import io.packetboat.identity.Users;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database. */
class SharedPostgreSqlTest {
    private static final Caller NODE = Caller.node("test");
    private static final UserName ADA = new UserName("ada");

    @TempDir
    private Path directory;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private Database firstDatabase;
    private Database secondDatabase;
    private IdentityDirectory first;
    private IdentityDirectory second;

    @BeforeEach
    void open() {
        DatabaseConfig.PostgreSql shared = TestingPostgreSql.freshDatabase();
        firstDatabase = Database.open(shared);
        secondDatabase = Database.open(shared);
        Administrators administrators = new Administrators(IdentityConfig.defaults(directory), new TestingClock());
        first = IdentityDirectory.open(new JdbcIdentityStore(firstDatabase), administrators);
        second = IdentityDirectory.open(new JdbcIdentityStore(secondDatabase), administrators);
        second.observe(new IdentityObserver() {
            @Override
            public void loginsRevoked(UserName user) {
                news.add("revoked " + user);
            }

            @Override
            public void rightsChanged() {
                news.add("rights");
            }
        });
    }

    @AfterEach
    void close() {
        firstDatabase.close();
        secondDatabase.close();
    }

    @Test
    void aUserWhomOneNodeDeletesLosesItsConnectionsAtTheOther() {
        users(first).createWithoutPassword(NODE, ADA);
        IdentityFollower follower = new IdentityFollower(second);
        follower.start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> news.contains("rights"));
            assertThat(users(second).require(NODE, ADA).name()).isEqualTo(ADA);

            users(first).delete(NODE, ADA);

            await().atMost(Duration.ofSeconds(60)).until(() -> news.contains("revoked ada"));
        } finally {
            follower.stop();
        }
    }

    @Test
    void aCommandDecidesOnWhatTheOtherNodeHasJustMade() {
        users(first).create(NODE, ADA, new Password("password of ada"));

        assertThatThrownBy(() -> users(second).createWithoutPassword(NODE, ADA)).isInstanceOf(UserNameTaken.class);
        users(second).delete(NODE, ADA);

        users(first).createWithoutPassword(NODE, ADA);
        assertThat(users(first).require(NODE, ADA).hasPassword()).isFalse();
    }

    private Users users(IdentityDirectory node) {
        TestingClock clock = new TestingClock();
        IdentityConfig config = IdentityConfig.defaults(directory);
        PasswordHasher hasher = new PasswordHasher(new IdentityConfig.Passwords(1_000, 2, Duration.ofMinutes(5), 100));
        return new Users(node, hasher, new Rights(node, clock), config, clock);
    }
}
