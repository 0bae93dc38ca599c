package io.packetboat.it.crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk that takes writes and does not say that they are there: while one is open, every thread of a process that asks
 * the system to force one of the files given stands still in that call, which is carried out when this is closed.
 *
 * <p>strace does it; it is installed where it is missing and may be.
 */
final class HeldDisk implements AutoCloseable {
    private static final String CALLS = "fsync,fdatasync,msync,sync_file_range";
    private static final String LONGER_THAN_ANY_TEST_MICROS = "600000000";
    private static final Pattern CALL = Pattern.compile("(?:fsync|fdatasync|sync_file_range)\\(\\d+<([^>]*)>|msync\\(");
    private static final long WITHIN_SECONDS = 120;

    private final Process strace;
    private final Path trace;

    private HeldDisk(Process strace, Path trace) {
        this.strace = strace;
        this.trace = trace;
    }

    /** Skips the test, and says why, where processes must not be traced. */
    static void require() throws IOException, InterruptedException {
        if (!succeeds("strace", "-V") && System.getProperty("user.name").equals("root")) {
            succeeds("sh", "-c", "apt-get install -y strace || { apt-get update && apt-get install -y strace; }");
        }
        Assumptions.assumeTrue(
                succeeds("strace", "-V"), "strace is missing and cannot be installed: apt install strace");
        Assumptions.assumeTrue(
                succeeds("strace", "-o", "/dev/null", "-e", "trace=" + CALLS, "true"),
                "this system does not let a process be traced (ptrace)");
    }

    /**
     * Holds from when this returns.
     *
     * @param files that are held, such as are there already; none for all files of the process
     */
    static HeldDisk of(long process, List<Path> files, Path trace) throws IOException, InterruptedException {
        Files.deleteIfExists(trace);
        Path told = trace.resolveSibling(trace.getFileName() + ".told");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-p", Long.toString(process)));
        command.addAll(List.of("-o", trace.toString(), "-e", "trace=" + CALLS));
        command.addAll(List.of("-e", "inject=" + CALLS + ":delay_enter=" + LONGER_THAN_ANY_TEST_MICROS));
        for (Path file : files) {
            command.addAll(List.of("-P", file.toString()));
        }
        Process strace = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_SECONDS);
        while (!Files.readString(told).contains("attached") && System.nanoTime() < end && strace.isAlive()) {
            strace.waitFor(50, TimeUnit.MILLISECONDS);
        }
        if (!Files.readString(told).contains("attached")) {
            throw new IllegalStateException("strace did not attach: " + Files.readString(told));
        }
        return new HeldDisk(strace, trace);
    }

    /** The files whose force was entered since the hold began; none of these calls has returned. */
    List<String> files() {
        try {
            return Files.exists(trace)
                    ? CALL.matcher(Files.readString(trace))
                            .results()
                            .map(HeldDisk::file)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        strace.destroy();
        try {
            if (!strace.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("strace did not let go");
            }
        } catch (InterruptedException e) {
            strace.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String file(MatchResult call) {
        return call.group(1) == null ? "a mapped file" : call.group(1);
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream output = process.getInputStream()) {
                System.getLogger(HeldDisk.class.getName())
                        .log(System.Logger.Level.DEBUG, new String(output.readAllBytes(), StandardCharsets.UTF_8));
            }
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
