package io.packetboat.it.client;

import io.packetboat.it.Admin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a client in a process of its own, with the administrator's keys and nothing of this machine's AWS settings. */
public record ClientProcess(int exitCode, String output, String errors) {
    private static final long PATIENCE_SECONDS = 300;

    /** What it printed; fails with that and its errors where it does not end well in time. */
    public static String run(Path directory, Map<String, String> environment, List<String> command) throws Exception {
        ClientProcess ended = end(directory, environment, command);
        if (ended.exitCode != 0) {
            throw new AssertionError(command + " ended with " + ended.exitCode + ":\n" + ended.output + ended.errors);
        }
        return ended.output;
    }

    /** The same, however it ends. */
    public static ClientProcess end(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("client", ".out");
        Path errors = Files.createTempFile("client", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().put("AWS_ACCESS_KEY_ID", Admin.ACCESS_KEY_ID);
            builder.environment().put("AWS_SECRET_ACCESS_KEY", Admin.SECRET_ACCESS_KEY);
            builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
            builder.environment().put("AWS_CONFIG_FILE", "none");
            builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", "none");
            builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        command + " did not end in " + PATIENCE_SECONDS + " s:\n" + read(output) + read(errors));
            }
            return new ClientProcess(process.exitValue(), read(output), read(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
