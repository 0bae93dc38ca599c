package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
    @TempDir
    Path directory;

    @Test
    void aSecondHolderOfTheSameDirectoryIsRefused() {
        try (DataDirectoryLock first = DataDirectoryLock.acquire(directory)) {
            assertThatThrownBy(() -> DataDirectoryLock.acquire(directory))
                    .isInstanceOf(BrokerStartFailed.class)
                    .hasMessageContaining(directory + " is in use");
            assertThat(first).isNotNull();
        }
    }

    @Test
    void theDirectoryIsFreeAgainAfterTheHolderLetGo() {
        DataDirectoryLock.acquire(directory).close();

        DataDirectoryLock.acquire(directory).close();
    }

    @Test
    void aMissingDirectoryIsMade() {
        DataDirectoryLock.acquire(directory.resolve("a/b")).close();

        assertThat(directory.resolve("a/b")).isDirectory();
    }

    @Test
    void aPathThatIsNoDirectoryIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DataDirectoryLock.acquire(file))
                .isInstanceOf(BrokerStartFailed.class)
                .hasMessageContaining(file.toString());
    }
}
