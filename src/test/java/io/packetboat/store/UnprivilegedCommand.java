package io.packetboat.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs programs that refuse to be root, as PostgreSQL's do, as somebody else where the tests run as root.
 *
 * <p>Which of the usual tools is there and permitted differs from container to container, so each is tried.
 */
final class UnprivilegedCommand {
    private static final List<List<String>> WAYS = List.of(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"),
            List.of("runuser", "-u", "nobody", "--"),
            List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"),
            List.of("unshare", "-U", "--"));

    private final List<String> prefix;

    private UnprivilegedCommand(List<String> prefix) {
        this.prefix = prefix;
    }

    static UnprivilegedCommand find() {
        return Stream.concat(Stream.of(List.<String>of()), WAYS.stream())
                .filter(UnprivilegedCommand::isUnprivileged)
                .findFirst()
                .map(UnprivilegedCommand::new)
                .orElseThrow(() -> new IllegalStateException(
                        "PostgreSQL refuses to run as root, and none of setpriv, runuser, su, unshare works here"));
    }

    ProcessBuilder of(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    private static boolean isUnprivileged(List<String> prefix) {
        try {
            Process process =
                    new UnprivilegedCommand(prefix).of(List.of("id", "-u")).start();
            process.getOutputStream().close();
            String uid = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor() == 0 && !uid.isEmpty() && !uid.equals("0");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
