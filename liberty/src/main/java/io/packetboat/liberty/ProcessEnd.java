package io.packetboat.liberty;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the process in an orderly way with a reason for people, from any thread and at most once.
 *
 * <p>Exit hooks wait for the application to stop, and the caller may be on the very thread that they wait for; so the
 * exit happens on a thread of its own.
 */
final class ProcessEnd {
    private static final Logger LOG = System.getLogger(ProcessEnd.class.getName());
    private static final int FAILED = 1;

    private final Terminal terminal;
    private final AtomicBoolean ending = new AtomicBoolean();

    ProcessEnd(Terminal terminal) {
        this.terminal = terminal;
    }

    void because(String reason) {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        LOG.log(Level.ERROR, "Packetboat ends: {0}", reason);
        terminal.print(System.lineSeparator() + "Packetboat ends: " + reason + System.lineSeparator());
        Thread exit = new Thread(() -> System.exit(FAILED), "packetboat-exit");
        exit.setDaemon(true);
        exit.start();
    }
}
