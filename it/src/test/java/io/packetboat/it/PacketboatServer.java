package io.packetboat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real server in a process of its own: on free ports, with its own configuration, logs and data directory, which
 * survive {@link #stop()} and {@link #kill()} and are found again by the next {@link #start()}.
 *
 * <p>Not safe for use by several threads; whoever starts one closes it.
 */
public final class PacketboatServer implements AutoCloseable {
    private static final long READY_WITHIN_SECONDS = 300;
    private static final long STOP_WITHIN_SECONDS = 180;

    private final ServerFolder folder;
    private final Map<ServerPort, Integer> ports = FreePorts.pick();
    private final Map<String, String> environment;
    private @Nullable Process process;
    private @Nullable ConsoleOutput output;

    private PacketboatServer(ServerFolder folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** Running, with default configuration. */
    public static PacketboatServer started(String name) {
        return started(name, Map.of(), List.of());
    }

    /**
     * Running.
     *
     * @param name of its folder below {@code target/servers}; an earlier one of this name is deleted with its data
     * @param environment {@code PACKETBOAT_*} variables beyond ports, data directory and first credentials, or others
     *     for these; an empty one takes a first credential away
     * @param jvmOptions added behind the shipped ones, so that they win
     */
    public static PacketboatServer started(String name, Map<String, String> environment, List<String> jvmOptions) {
        PacketboatServer server = prepared(name, environment, jvmOptions);
        server.start();
        return server;
    }

    /** Like {@link #started(String, Map, List)}, but not running yet. */
    public static PacketboatServer prepared(String name, Map<String, String> environment, List<String> jvmOptions) {
        return new PacketboatServer(ServerFolder.create(name, jvmOptions), environment);
    }

    /** Launches the process and returns when it says that it is ready; fails with its output where it does not. */
    public void start() {
        ConsoleOutput printed = launch();
        try {
            if (!printed.awaitReady(READY_WITHIN_SECONDS)) {
                kill();
                throw new IllegalStateException("The server did not become ready:\n" + printed.text());
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Launches the process and expects that it refuses to start: returns its exit code once it has ended. */
    public int startExpectingExit() {
        launch();
        return awaitExit(READY_WITHIN_SECONDS);
    }

    /** Asks the process to end, as Ctrl-C does, and returns its exit code. */
    public int stop() {
        running().destroy();
        return awaitExit(STOP_WITHIN_SECONDS);
    }

    /** Waits until the process ends by itself or by a signal of the test's own, and returns its exit code. */
    public int awaitEnd() {
        return awaitExit(STOP_WITHIN_SECONDS);
    }

    /** Ends the server's JVM at once (SIGKILL) and returns when it is gone. */
    public void kill() {
        running().destroyForcibly();
        awaitExit(STOP_WITHIN_SECONDS);
    }

    /** Stops and starts again on the same ports and data. */
    public void restart() {
        stop();
        start();
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The process id of the JVM itself. */
    public long pid() {
        return running().pid();
    }

    public int port(ServerPort port) {
        return ports.get(port);
    }

    /** What clients need to trust this server on its TLS ports. */
    public TrustStore trustStore() {
        return TrustStore.of(port(ServerPort.AMQPS), folder.root());
    }

    /** What the present or last process printed; all of it where it has ended. */
    public String consoleText() {
        if (output == null) {
            return "";
        }
        try {
            if (!isRunning()) {
                output.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output.text();
    }

    public Path dataDirectory() {
        return folder.data();
    }

    /** Every log file there is, the captured console output among them. */
    public List<Path> logFiles() {
        return folder.logFiles();
    }

    /** The log files that the server itself writes, without what its terminal showed. */
    public List<Path> serverLogs() {
        return logFiles().stream()
                .filter(file -> !file.equals(folder.console()))
                .toList();
    }

    /** A file of the server's own configuration, as {@code bootstrap.properties}. */
    Path configuration(String file) {
        return folder.server().resolve(file);
    }

    /** Liberty's main log, which holds everything at INFO and above. */
    public Path messagesLog() {
        return folder.logs().resolve("messages.log");
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }

    private ConsoleOutput launch() {
        if (isRunning()) {
            throw new IllegalStateException("The server runs already");
        }
        // "run" replaces the shell by the JVM (exec), so that signals reach the JVM itself.
        ProcessBuilder builder = new ProcessBuilder(ServerFolder.command().toString(), "run", "packetboat")
                .directory(folder.root().toFile())
                .redirectErrorStream(true);
        prepare(builder.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = ConsoleOutput.of(process, folder.console());
        return output;
    }

    private void prepare(Map<String, String> variables) {
        variables.keySet().removeIf(name -> name.startsWith("PACKETBOAT_") || name.startsWith("WLP_"));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("WLP_USER_DIR", folder.user().toString());
        variables.put("WLP_OUTPUT_DIR", folder.output().toString());
        variables.putAll(settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Admin.environment());
        settings.put("PACKETBOAT_DATA_DIRECTORY", folder.data().toString());
        // The reserve of a small build machine's disk must not block the tests' producers.
        settings.put("PACKETBOAT_BROKER_DISK_RESERVE", "64MiB");
        ports.forEach((port, number) -> settings.put(port.variable(), Integer.toString(number)));
        settings.putAll(environment);
        // An empty value takes a preset away.
        settings.values().removeIf(String::isEmpty);
        return settings;
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The server was never started");
        }
        return process;
    }

    private int awaitExit(long seconds) {
        Process ending = running();
        try {
            if (!ending.waitFor(seconds, TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor();
                throw new IllegalStateException("The server did not end in " + seconds + " s:\n" + consoleText());
            }
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return ending.exitValue();
    }
}
