package io.packetboat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    private Path directory;

    @Test
    void theFileSyncsItsLogAtEachCommit() {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory))) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void theFileAndItsLogAreForTheirOwnerAlone() throws IOException {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory));
                Stream<Path> files = Files.list(directory)) {
            assertThat(database.reachable()).isTrue();

            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void theServerSyncsAtEachCommitWhateverItsDefault() {
        DatabaseConfig.PostgreSql fresh = TestingPostgreSql.freshDatabase();
        DatabaseConfig.PostgreSql lazy = new DatabaseConfig.PostgreSql(
                fresh.url() + "?options=-c%20synchronous_commit=off", fresh.user(), fresh.password(), 2);

        try (Database database = Database.open(lazy)) {
            assertThat(database.<String>read(handle -> handle.createQuery("SHOW synchronous_commit")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("on");
        }
    }

    @Test
    void bothDatabasesAreReachableUntilTheyAreClosed() {
        for (DatabaseConfig config :
                new DatabaseConfig[] {new DatabaseConfig.Embedded(directory), TestingPostgreSql.freshDatabase()}) {
            Database database = Database.open(config);
            assertThat(database.reachable()).as("%s", config).isTrue();

            database.close();

            assertThat(database.reachable()).as("%s closed", config).isFalse();
        }
    }

    @Test
    void whatWasCommittedIsThereWhenTheFileIsOpenedAgain() {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory))) {
            database.write(handle -> handle.execute("INSERT INTO user_group (name, created_at) VALUES ('staff', 7)"));
        }

        try (Database database = Database.open(new DatabaseConfig.Embedded(directory))) {
            assertThat(database.<Long>read(handle -> handle.createQuery("SELECT created_at FROM user_group")
                            .mapTo(Long.class)
                            .one()))
                    .isEqualTo(7L);
        }
    }

    @Test
    void aFailedTransactionLeavesNothingBehind() {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory))) {
            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute("INSERT INTO user_group (name, created_at) VALUES ('staff', 7)");
                        handle.execute("INSERT INTO no_such_table VALUES (1)");
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);

            assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT COUNT(*) FROM user_group")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedAsUnavailable() {
        DatabaseConfig.PostgreSql nobody =
                new DatabaseConfig.PostgreSql("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret", 1);

        assertThatThrownBy(() -> Database.open(nobody))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageNotContaining("secret");
    }

    private static String pragma(Database database, String name) {
        return database.writeAndRead(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }
}
