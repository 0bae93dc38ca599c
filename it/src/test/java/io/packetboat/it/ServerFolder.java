package io.packetboat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one server under test keeps everything of its own, so that several run from the one installation that the build
 * made: configuration and application ({@code usr}), logs and caches ({@code output}), data ({@code data}).
 */
record ServerFolder(Path root) {
    private static final Path INSTALLATION = Path.of("..", "liberty", "target", "liberty", "wlp");
    private static final Path ALL_SERVERS = Path.of("target", "servers");
    private static final String SERVER = "packetboat";

    /** Made anew from the installation; what an earlier run left under this name is deleted. */
    static ServerFolder create(String name, List<String> jvmOptions) {
        ServerFolder folder =
                new ServerFolder(ALL_SERVERS.resolve(name).toAbsolutePath().normalize());
        try {
            deleteAll(folder.root);
            folder.copyServer();
            Files.createDirectories(folder.output());
            Files.write(folder.server().resolve("jvm.options"), jvmOptions, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The server " + name + " could not be copied; was it built?", e);
        }
        return folder;
    }

    static Path command() {
        return INSTALLATION.resolve("bin").resolve("server").toAbsolutePath().normalize();
    }

    Path user() {
        return root.resolve("usr");
    }

    Path output() {
        return root.resolve("output");
    }

    Path data() {
        return root.resolve("data");
    }

    Path console() {
        return root.resolve("console.log");
    }

    Path logs() {
        return output().resolve(SERVER).resolve("logs");
    }

    /** Every log file that the server or its terminal wrote. */
    List<Path> logFiles() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.equals(console()) || file.startsWith(logs()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path server() {
        return user().resolve("servers").resolve(SERVER);
    }

    private void copyServer() throws IOException {
        Path from = INSTALLATION.resolve("usr").resolve("servers").resolve(SERVER);
        Path workarea = from.resolve("workarea");
        Path logs = from.resolve("logs");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(workarea) && !file.startsWith(logs)) {
                    Path to = server().resolve(from.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
    }

    private static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
