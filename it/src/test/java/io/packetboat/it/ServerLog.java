package io.packetboat.it;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What a server writes to its log from now on. */
public final class ServerLog {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final PacketboatServer server;
    private final int before;

    public ServerLog(PacketboatServer server) throws IOException {
        this.server = server;
        this.before = text().length();
    }

    /** The first line that holds both, once it is there. */
    public String lineWith(String code, String other) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> written()
                                .lines()
                                .filter(line -> line.contains(code) && line.contains(other))
                                .findFirst()
                                .orElse(""),
                        line -> !line.isEmpty());
    }

    public String written() throws IOException {
        return text().substring(before);
    }

    private String text() throws IOException {
        return Files.readString(server.messagesLog());
    }
}
