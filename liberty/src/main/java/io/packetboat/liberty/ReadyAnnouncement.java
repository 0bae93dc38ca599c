package io.packetboat.liberty;

import io.packetboat.messaging.MessagingConfig.Port;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says on the console that the node is ready, once Liberty's HTTP port answers too; it opens only after the application
 * has started. One thread of its own, that ends with the announcement.
 */
final class ReadyAnnouncement {
    private static final Logger LOG = System.getLogger(ReadyAnnouncement.class.getName());
    private static final long POLL_MILLIS = 100;

    private final Terminal terminal;
    private final boolean showsLogin;
    private final ScheduledExecutorService poll;

    /** @param showsLogin whether a generated login is shown where standard output is no log file */
    ReadyAnnouncement(Terminal terminal, boolean showsLogin) {
        this.terminal = terminal;
        this.showsLogin = showsLogin;
        this.poll = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "packetboat-ready");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start(Banner banner) {
        var unused = poll.scheduleWithFixedDelay(() -> announceIfOpen(banner), 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop() {
        poll.shutdownNow();
    }

    private void announceIfOpen(Banner banner) {
        if (!accepts(banner.http() > 0 ? banner.http() : banner.https())) {
            return;
        }
        terminal.print(showsLogin && !terminal.isLog() ? banner.text() : banner.textForLog());
        LOG.log(
                Level.INFO,
                "Packetboat is ready: {0}, AWS={1}",
                String.join(
                        ", ",
                        Arrays.stream(Port.values())
                                .map(port -> port.name() + "=" + banner.port(port))
                                .toList()),
                Integer.toString(banner.aws()));
        poll.shutdown();
    }

    private static boolean accepts(int port) {
        if (port <= 0) {
            return true;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) POLL_MILLIS);
            return true;
        } catch (IOException notYetOpen) {
            return false;
        }
    }
}
