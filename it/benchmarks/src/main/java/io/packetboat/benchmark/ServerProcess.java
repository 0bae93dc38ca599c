package io.packetboat.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux and the JVM say about a running server process. */
record ServerProcess(long pid) {
    private static final double TICKS_PER_SECOND = 100;
    private static final double KIBIBYTES = 1024;
    /** Where user time stands behind the command's name, which may hold blanks; system time follows. */
    private static final int USER_TIME = 11;

    /** User and system time of all threads so far. */
    double cpuSeconds() {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
    }

    /** Resident memory in MiB. */
    double residentMebibytes() {
        String status = read(Path.of("/proc", Long.toString(pid), "status"));
        return number(status.lines().filter(line -> line.startsWith("VmRSS"))) / KIBIBYTES;
    }

    /** Classes that were loaded since the start, those of the JDK's archive among them. */
    double loadedClasses() {
        String counters = run("PerfCounter.print");
        return number(counters.lines()
                .filter(line ->
                        line.startsWith("java.cls.loadedClasses") || line.startsWith("java.cls.sharedLoadedClasses")));
    }

    private static double number(Stream<String> lines) {
        return lines.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private String run(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asking = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command).start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
