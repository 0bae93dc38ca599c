package io.packetboat.liberty;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process's own standard output, around System.out, which Liberty copies to its log.
 *
 * <p>Started in the background, standard output is itself a log file; {@link #isLogFile()} tells, so that no secret is
 * written there.
 */
final class Terminal {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    void print(String text) {
        byte[] bytes = text.getBytes(Charset.defaultCharset());
        // Never closed: the descriptor is the process's.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** True when standard output goes to a regular file; where that cannot be told, it is taken for one. */
    boolean isLogFile() {
        if (!Files.exists(STANDARD_OUTPUT)) {
            return System.console() == null;
        }
        try {
            return Files.isRegularFile(STANDARD_OUTPUT.toRealPath());
        } catch (IOException e) {
            return false; // pipes and terminals have no real path
        }
    }
}
