package io.packetboat.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a kill leaves behind: a copy of the data directory, taken while its broker runs and nobody asks it anything. */
public final class TestingCrash {
    private TestingCrash() {}

    public static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            try {
                Files.copy(file, to.resolve(from.relativize(file)));
            } catch (NoSuchFileException e) {
                assertIsTemporary(file, e); // the journal makes its files under another name
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    private static void assertIsTemporary(Path file, NoSuchFileException missing) throws NoSuchFileException {
        if (!file.toString().endsWith(".tmp")) {
            throw missing;
        }
    }
}
