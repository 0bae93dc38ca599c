package io.packetboat.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on a free loopback port, one for all tests of this JVM and a fresh database for each that asks.
 *
 * <p>The server ends with the JVM, even with one that is killed: its shell waits for the end of our pipe.
 */
public final class TestingPostgreSql {
    private static final String END_WITH_PARENT =
            "\"$@\" </dev/null & server=$!; cat >/dev/null; kill -INT $server; wait";
    private static final int ATTEMPTS = 5;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static @Nullable TestingPostgreSql running;

    private final int port;

    private TestingPostgreSql(int port) {
        this.port = port;
    }

    /** The settings of a new and empty database. */
    public static synchronized DatabaseConfig.PostgreSql freshDatabase() {
        if (running == null) {
            running = start();
        }
        return running.createDatabase();
    }

    private DatabaseConfig.PostgreSql createDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseConfig.PostgreSql(url(name), "postgres", "", 4);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static TestingPostgreSql start() {
        try {
            Path directory = Files.createTempDirectory(
                    "packetboat-postgresql",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Path data = Files.createDirectory(directory.resolve("data-parent"));
            // The server runs as another user where the tests run as root.
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
            PostgreSqlBinaries.unpackTo(directory.resolve("programs"));
            return start(directory, data.resolve("data"));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    private static TestingPostgreSql start(Path directory, Path data) throws IOException {
        UnprivilegedCommand command = UnprivilegedCommand.find();
        Path programs = directory.resolve("programs").resolve("bin");
        Path log = directory.resolve("log");
        initialise(command, programs, data, log);
        // Between its choice and its use a port can be taken by somebody else.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<TestingPostgreSql> server = start(directory, data, freePort());
            if (server.isPresent()) {
                return server.get();
            }
        }
        throw new IOException("PostgreSQL does not start, see " + log);
    }

    private static Optional<TestingPostgreSql> start(Path directory, Path data, int port) throws IOException {
        UnprivilegedCommand command = UnprivilegedCommand.find();
        Path programs = directory.resolve("programs").resolve("bin");
        Path log = directory.resolve("log");
        Process process = command.of(List.of(
                        "sh",
                        "-c",
                        END_WITH_PARENT,
                        "sh",
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, directory), "packetboat-postgresql-end"));
        TestingPostgreSql server = new TestingPostgreSql(port);
        Awaitility.await("PostgreSQL, see " + log)
                .atMost(Duration.ofSeconds(120))
                .until(() -> server.answers() || !process.isAlive());
        return process.isAlive() ? Optional.of(server) : Optional.empty();
    }

    private static void initialise(UnprivilegedCommand command, Path programs, Path data, Path log) throws IOException {
        run(
                command.of(List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync")),
                log);
    }

    private static void run(ProcessBuilder command, Path log) throws IOException {
        Process process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.command() + ": " + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process process, Path directory) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            delete(directory);
        } catch (IOException e) {
            System.err.println("PostgreSQL left " + directory + " behind: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
