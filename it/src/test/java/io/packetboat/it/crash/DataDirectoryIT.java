package io.packetboat.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** One data directory: its first start, its only owner, and what the next start finds. */
class DataDirectoryIT {
    private static final Map<String, String> NO_PRESETS = Map.of(
            "PACKETBOAT_ADMIN_PASSWORD", "",
            "PACKETBOAT_ADMIN_ACCESS_KEY_ID", "",
            "PACKETBOAT_ADMIN_SECRET_ACCESS_KEY", "");

    @Test
    void secondServerOnTheSameDataIsRefusedAndTheFirstIsNotHarmed() throws Exception {
        try (PacketboatServer first = PacketboatServer.started("data-owner")) {
            send(first, Admin.PASSWORD, "before");
            PacketboatServer second = PacketboatServer.prepared(
                    "data-seeker",
                    Map.of("PACKETBOAT_DATA_DIRECTORY", first.dataDirectory().toString()),
                    List.of());

            int exit = second.startExpectingExit();

            assertThat(exit).isNotZero();
            assertThat(second.consoleText())
                    .contains("Packetboat ends: ")
                    .contains("in use by another process")
                    .contains(first.dataDirectory().toString())
                    .doesNotContain("Packetboat is ready.");
            send(first, Admin.PASSWORD, "after");
            assertThat(receive(first, Admin.PASSWORD)).isEqualTo("before");
            first.restart();
            assertThat(receive(first, Admin.PASSWORD)).isEqualTo("after");
        }
    }

    @Test
    void firstStartShowsItsSecretsAndNoLogHoldsThem() throws Exception {
        try (PacketboatServer server = PacketboatServer.started("first-start", NO_PRESETS, List.of())) {
            String password = shown(server, "password  (\\S+)");
            String secret = shown(server, "export AWS_SECRET_ACCESS_KEY=(\\S+)");
            Path file = server.dataDirectory().resolve("first-credentials.txt");
            await().untilAsserted(() -> assertThat(server.consoleText())
                    .contains("export AWS_ENDPOINT_URL=http://localhost:" + server.port(ServerPort.AWS)));

            send(server, password, "with the generated password");

            assertThat(file).content().contains(password).contains(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            interrupt(server);
            assertThat(filesThatHold(server.serverLogs(), password, secret)).isEmpty();
            assertThat(server.serverLogs()).isNotEmpty();

            server.start();
            assertThat(server.consoleText()).doesNotContain(password).doesNotContain("This is the first start");
            assertThat(receive(server, password)).isEqualTo("with the generated password");
        }
    }

    @Test
    void firstStartInAContainerShowsNoSecretButWhereItIs() throws Exception {
        Map<String, String> asInTheImage = new HashMap<>(NO_PRESETS);
        asInTheImage.put("PACKETBOAT_ADMIN_SHOW_LOGIN", "false");
        try (PacketboatServer server = PacketboatServer.started("first-start-image", asInTheImage, List.of())) {
            Path file = server.dataDirectory().resolve("first-credentials.txt");
            List<String> secrets = Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("password=") || line.startsWith("secret-access-key="))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .toList();

            assertThat(secrets).hasSize(2);
            await().untilAsserted(() -> assertThat(server.consoleText()).containsOnlyOnce(file.toString()));
            assertThat(filesThatHold(server.logFiles(), secrets.toArray(String[]::new)))
                    .isEmpty();
            send(server, secrets.get(0), "with the password of the file");
        }
    }

    /** As Ctrl-C does, where this build itself was not started with SIGINT ignored, which its children inherit. */
    private static void interrupt(PacketboatServer server) throws IOException, InterruptedException {
        Assumptions.assumeFalse(ignoresInterrupts(server.pid()), "this build was started with SIGINT ignored");

        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(server.awaitEnd()).isIn(0, 130);
        assertThat(server.messagesLog()).content().contains("CWWKE0036I");
    }

    private static boolean ignoresInterrupts(long pid) throws IOException {
        String mask = Files.readString(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(mask, 16) & 2) != 0;
    }

    private static List<Path> filesThatHold(List<Path> files, String... secrets) throws IOException {
        for (Path file : files) {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                if (text.contains(secret)) {
                    return List.of(file);
                }
            }
        }
        return List.of();
    }

    private static String shown(PacketboatServer server, String pattern) {
        // Behind the line that the start is awaited with.
        return await(pattern)
                .until(() -> Pattern.compile(pattern).matcher(server.consoleText()), Matcher::find)
                .group(1);
    }

    private static void send(PacketboatServer server, String password, String text) throws JMSException {
        try (Connection connection = connect(server, password);
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue("data")).send(session.createTextMessage(text));
        }
    }

    private static String receive(PacketboatServer server, String password) throws JMSException {
        try (Connection connection = connect(server, password);
                Session session = connection.createSession()) {
            connection.start();
            return session.createConsumer(session.createQueue("data"))
                    .receive(60_000)
                    .getBody(String.class);
        }
    }

    private static Connection connect(PacketboatServer server, String password) throws JMSException {
        return new JmsConnectionFactory(Admin.USER, password, "amqp://localhost:" + server.port(ServerPort.AMQP))
                .createConnection();
    }
}
