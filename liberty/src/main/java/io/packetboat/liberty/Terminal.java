package io.packetboat.liberty;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process's own standard output, around System.out, which Liberty copies to its log.
 *
 * <p>Started in the background or by systemd, standard output is itself a log; {@link #isLog()} tells, so that no secret
 * is written there. A pipe may be anything: a build tool that shows it on a terminal, or a container's log.
 */
final class Terminal {
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    void print(String text) {
        // Never closed: the descriptor is the process's.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, Charset.defaultCharset());
        out.print(text);
        out.flush();
    }

    /** True when standard output goes to a regular file or a socket; where that cannot be told, it is taken for a log. */
    boolean isLog() {
        if (!Files.exists(STANDARD_OUTPUT)) {
            return System.console() == null;
        }
        try {
            return Files.isRegularFile(STANDARD_OUTPUT)
                    || Files.readSymbolicLink(STANDARD_OUTPUT).toString().startsWith("socket:");
        } catch (IOException e) {
            return true;
        }
    }
}
