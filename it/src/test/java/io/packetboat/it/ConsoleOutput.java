package io.packetboat.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a server process prints, as at a terminal: through a pipe, kept in memory and appended to a file. */
final class ConsoleOutput {
    private static final String READY = "Packetboat is ready.";
    /** Liberty's code for an application that could not be started; the process may live on. */
    private static final String FAILED = "CWWKZ0002E";

    private final StringBuffer text = new StringBuffer();
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ready;

    static ConsoleOutput of(Process process, Path copy) {
        ConsoleOutput output = new ConsoleOutput();
        Thread pump = new Thread(() -> output.pump(process.getInputStream(), copy), "server-output");
        pump.setDaemon(true);
        pump.start();
        return output;
    }

    String text() {
        return text.toString();
    }

    /** Returns when the server says that it is ready (true), that it failed, ends or the time is over (false). */
    boolean awaitReady(long seconds) throws InterruptedException {
        return readyOrEnded.await(seconds, TimeUnit.SECONDS) && ready;
    }

    /** Returns when all that an ended process printed is here, at the latest after a minute. */
    void awaitEnd() throws InterruptedException {
        var unused = ended.await(1, TimeUnit.MINUTES);
    }

    private void pump(InputStream from, Path copy) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
                Writer file = Files.newBufferedWriter(copy, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String line;
            while ((line = reader.readLine()) != null) {
                text.append(line).append('\n');
                file.append(line).append('\n').flush();
                ready |= line.startsWith(READY);
                if (ready || line.contains(FAILED)) {
                    readyOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            readyOrEnded.countDown();
            ended.countDown();
        }
    }
}
