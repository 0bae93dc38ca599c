package io.packetboat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.client.Destination;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.StompConnection;
import io.packetboat.it.client.StompFrame;
import io.packetboat.it.client.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Clients that are broken or mean, against a server with a small heap that ends when it is exhausted: the offender's
 * connection ends, everybody else goes on.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int HALF_OPEN = 1_000;

    private static final Set<ServerPort> PLAIN_PORTS = EnumSet.of(
            ServerPort.AMQP, ServerPort.MQTT, ServerPort.STOMP, ServerPort.CORE, ServerPort.WS, ServerPort.AWS);
    private static final Set<ServerPort> TLS_PORTS =
            EnumSet.of(ServerPort.AMQPS, ServerPort.MQTTS, ServerPort.STOMPS, ServerPort.CORES, ServerPort.WSS);

    private PacketboatServer server;
    private Party bystander;

    @BeforeAll
    void start() throws Exception {
        server = PacketboatServer.started("bad-input", Map.of(), List.of("-Xmx256m", "-XX:MaxDirectMemorySize=128m"));
        bystander = Protocol.AMQP.open(server, Transport.PLAIN);
    }

    @AfterAll
    void stop() throws Exception {
        bystander.close();
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HTTP", "HTTPS"})
    void randomBytesEndTheConnectionWithOneLineAtMost(ServerPort port) throws Exception {
        int logged = logLines();
        byte[] noise = new byte[4096];
        new Random(port.ordinal()).nextBytes(noise);
        noise[0] = (byte) 0xf7;

        try (Socket socket = connected(port)) {
            write(socket, noise);
            assertThat(endsWithin(socket, SOON)).isTrue();
        }

        assertOthersGoOn();
        assertLoggedAtMost(logged, 1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void thousandHalfOpenConnectionsOnEachPortAreClosedAndHinderNobody(Transport transport) throws Exception {
        Set<ServerPort> ports = transport == Transport.PLAIN ? PLAIN_PORTS : TLS_PORTS;
        List<Socket> halfOpen = new ArrayList<>();
        try {
            for (ServerPort port : ports) {
                for (int i = 0; i < HALF_OPEN; i++) {
                    Socket socket = connected(port);
                    halfOpen.add(socket);
                    if (i % 2 == 0) {
                        write(socket, new byte[] {'C', 'O', 'N'});
                    }
                }
            }
            assertOthersGoOn();

            for (Socket socket : halfOpen) {
                assertThat(endsWithin(socket, SOON)).isTrue();
            }
        } finally {
            for (Socket socket : halfOpen) {
                socket.close();
            }
        }
    }

    @Test
    void openWireFrameOfTwoGigabytesIsRefusedAtItsFirstBytes() throws Exception {
        int logged = logLines();
        byte[] openWire = ByteBuffer.allocate(64)
                .putInt(Integer.MAX_VALUE)
                .put((byte) 1)
                .put("ActiveMQ".getBytes(StandardCharsets.US_ASCII))
                .array();
        for (int i = 0; i < 20; i++) {
            try (Socket socket = connected(ServerPort.CORE)) {
                write(socket, openWire);
                assertThat(endsWithin(socket, SOON)).isTrue();
            }
        }

        assertOthersGoOn();
        assertLoggedAtMost(logged, 20);
    }

    @Test
    void oversizedStompFrameIsAnsweredWithAnError() throws Exception {
        int logged = logLines();
        try (StompConnection stomp = StompConnection.plain(server.port(ServerPort.STOMP))) {
            stomp.login("1.2", Admin.USER, Admin.PASSWORD);
            stomp.send(StompFrame.of("SEND", Map.of("destination", "/queue/large", "content-length", "2000000000")));

            assertThat(stomp.expect("ERROR", SOON).header("message")).contains("larger than");
            assertThat(stomp.endsWithin(SOON)).isTrue();
        }
        assertOthersGoOn();
        // Ours with the reason, and Artemis' for the connection that it has lost.
        assertLoggedAtMost(logged, 2);
    }

    @Test
    void endlessStompHeaderEndsTheConnection() throws Exception {
        try (Socket socket = connected(ServerPort.STOMP)) {
            write(socket, "CONNECT\nlogin:".getBytes(StandardCharsets.US_ASCII));
            assertThat(floodEnds(socket)).isTrue();
        }
        assertOthersGoOn();
    }

    @Test
    void oversizedMqttPacketEndsTheConnection() throws Exception {
        try (Socket socket = connected(ServerPort.MQTT)) {
            byte[] packet = ByteBuffer.allocate(64)
                    .put(new byte[] {0x10, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 0, 4, 'M', 'Q', 'T', 'T', 5})
                    .array();
            write(socket, packet);
            assertThat(floodEnds(socket)).isTrue();
        }
        assertOthersGoOn();
    }

    @Test
    void oversizedAmqpFrameEndsTheConnection() throws Exception {
        try (Socket socket = connected(ServerPort.AMQP)) {
            write(socket, new byte[] {
                'A', 'M', 'Q', 'P', 0, 1, 0, 0, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 2, 0, 0, 0
            });
            assertThat(floodEnds(socket)).isTrue();
        }
        assertOthersGoOn();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"WS", "AWS"})
    void httpBodyWithoutEndIsCutOff(ServerPort port) throws Exception {
        try (Socket socket = connected(port)) {
            write(
                    socket,
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(floodEnds(socket)).isTrue();
        }
        assertOthersGoOn();
    }

    @Test
    void chunkedBodyWithoutEndIsCutOff() throws Exception {
        int logged = logLines();
        try (Socket socket = connected(ServerPort.AWS)) {
            write(
                    socket,
                    "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(floodEnds(socket)).isTrue();
        }
        assertOthersGoOn();
        assertLoggedAtMost(logged, 0);
    }

    @Test
    void endlessHttpHeaderEndsTheConnection() throws Exception {
        try (Socket socket = connected(ServerPort.AWS)) {
            write(socket, "POST / HTTP/1.1\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            assertThat(floodEnds(socket)).isTrue();
        }
        assertOthersGoOn();
    }

    @Test
    void halfARequestOfAThousandClientsDoesNotFillTheMemory() throws Exception {
        int logged = logLines();
        byte[] half = new byte[1 << 20];
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                Socket socket = connected(ServerPort.AWS);
                clients.add(socket);
                write(
                        socket,
                        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                writeUnlessClosed(socket, half);
            }
            assertOthersGoOn();
        } finally {
            for (Socket socket : clients) {
                socket.close();
            }
        }
        assertLoggedAtMost(logged, 0);
    }

    @Test
    void tinyHeadersOfAThousandClientsDoNotFillTheMemory() throws Exception {
        int logged = logLines();
        byte[] headers = "a:\r\n".repeat(7_000).getBytes(StandardCharsets.US_ASCII);
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                Socket socket = connected(ServerPort.AWS);
                clients.add(socket);
                write(socket, "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
                writeUnlessClosed(socket, headers);
            }
            assertOthersGoOn();
        } finally {
            for (Socket socket : clients) {
                socket.close();
            }
        }
        assertLoggedAtMost(logged, 0);
    }

    @Test
    void httpClientThatNeverReadsIsNotServedWithoutEnd() throws Exception {
        byte[] request = "GET /?Action=Unknown HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .repeat(10_000)
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connected(ServerPort.AWS)) {
            Thread flood = new Thread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    writeUnlessClosed(socket, request);
                }
            });
            flood.start();

            assertOthersGoOn();
            socket.close();
            flood.join(SOON.toMillis());
            assertThat(flood.isAlive()).isFalse();
        }
    }

    @Test
    void clientThatNeverReadsDoesNotFillTheMemory() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        try (StompConnection sleeper = StompConnection.plain(server.port(ServerPort.STOMP));
                Party sender = Protocol.CORE.open(server, Transport.PLAIN)) {
            sleeper.login("1.2", Admin.USER, Admin.PASSWORD);
            sleeper.sendConfirmed("SUBSCRIBE", Map.of("destination", "/queue/unread", "id", "s", "ack", "auto"));

            for (int i = 0; i < 300; i++) {
                sender.send(Destination.queue("unread"), Letter.bytes(megabyte));
            }

            assertOthersGoOn();
        }
    }

    private void assertOthersGoOn() throws Exception {
        Destination queue = Destination.queue("bystander");
        bystander.send(queue, Letter.text("still here"));
        try (Party.Mailbox mailbox = bystander.consume(queue)) {
            assertThat(mailbox.next(SOON).body()).isEqualTo(new Letter.Body.Text("still here"));
        }
        assertThat(server.isRunning()).isTrue();
    }

    /** When what other tests left behind has been logged. */
    private int logLines() throws IOException {
        AtomicLong size = new AtomicLong(-1);
        await().pollInterval(Duration.ofSeconds(1))
                .until(() -> size.getAndSet(Files.size(server.messagesLog())) == Files.size(server.messagesLog()));
        return Files.readAllLines(server.messagesLog()).size();
    }

    private void assertLoggedAtMost(int before, int lines) {
        await().during(Duration.ofMillis(300))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(Files.readAllLines(server.messagesLog()).stream()
                                .skip(before))
                        .hasSizeLessThanOrEqualTo(lines)
                        .noneMatch(line -> line.stripLeading().startsWith("at ")));
    }

    private Socket connected(ServerPort port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("localhost", server.port(port)), (int) SOON.toMillis());
        return socket;
    }

    private static void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static void writeUnlessClosed(Socket socket, byte[] bytes) {
        try {
            write(socket, bytes);
        } catch (IOException closed) {
            // The server had enough, as it may.
        }
    }

    /** Writes until the other side has enough, at most 400 MB. */
    private static boolean floodEnds(Socket socket) {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try {
            for (int i = 0; i < 400; i++) {
                write(socket, megabyte);
            }
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static boolean endsWithin(Socket socket, Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        InputStream in = socket.getInputStream();
        try {
            while (in.read() >= 0) {
                continue;
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
