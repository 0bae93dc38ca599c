package io.packetboat.broker.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQBuffers;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFile;
import org.apache.activemq.artemis.utils.critical.EmptyCriticalAnalyzer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final int SIZE = 1_000;

    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final RefusedWrites refusedWrites = new RefusedWrites((cause, message, file) -> told.add(message));
    private final List<NIOSequentialFile> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (NIOSequentialFile file : open) {
            file.close();
        }
    }

    @Test
    void whatTheDiskTakesInPiecesIsWrittenWhole() throws Exception {
        NIOSequentialFile page = pageOn(7, Integer.MAX_VALUE);

        page.writeDirect(bytes('a'), true);
        page.writeDirect(bytes('b'), true);

        assertThat(Files.readString(page.getJavaFile().toPath())).isEqualTo("a".repeat(SIZE) + "b".repeat(SIZE));
        assertThat(page.position()).isEqualTo(2 * SIZE);
        assertThat(told).isEmpty();
    }

    @Test
    void aWriteThatAFullDiskTakesInPartFails() throws Exception {
        NIOSequentialFile page = pageOn(SIZE, SIZE / 2);

        assertThatThrownBy(() -> page.writeDirect(bytes('a'), true)).hasMessageContaining("No space left");

        assertThat(told).containsExactly("No space left on device");
    }

    @Test
    void nothingIsWrittenAnywhereBehindARefusedWrite() throws Exception {
        NIOSequentialFile full = pageOn(SIZE, SIZE / 2);
        NIOSequentialFile other = pageOn(SIZE, Integer.MAX_VALUE);
        assertThatThrownBy(() -> full.writeDirect(bytes('a'), true)).isNotNull();

        assertThatThrownBy(() -> other.writeDirect(bytes('b'), true)).hasMessageContaining("refused a write before");

        assertThat(other.getJavaFile()).isEmpty();
    }

    @Test
    void aRefusedFlushOfTheJournalConfirmsNothing() throws Exception {
        Configuration configuration = new ConfigurationImpl().setJournalDirectory(directory.toString());
        WholeFiles journal = new WholeFiles(configuration, refusedWrites, EmptyCriticalAnalyzer.getInstance());
        NIOSequentialFile file = opened(journal, "journal.amq");
        file.fill(10 * SIZE);
        journal.start();
        journal.activateBuffer(file);
        try {
            assertThat(answerTo(file)).isEqualTo("done");
            TestingChannel.under(file, SIZE, SIZE / 2);

            assertThat(answerTo(file)).contains("failed");
            assertThat(answerTo(file)).contains("failed");
            assertThat(told).hasSize(1);
        } finally {
            journal.stop();
        }
    }

    private static String answerTo(NIOSequentialFile file) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        file.fits(SIZE);
        file.write(ActiveMQBuffers.wrappedBuffer(new byte[SIZE]), true, new IOCallback() {
            @Override
            public void done() {
                answer.complete("done");
            }

            @Override
            public void onError(int code, String message) {
                answer.complete(message);
            }
        });
        return answer.get(60, TimeUnit.SECONDS);
    }

    private NIOSequentialFile pageOn(int atOnce, int room) throws Exception {
        WholeFiles pages = new WholeFiles(directory.toFile(), 1, refusedWrites);
        NIOSequentialFile page = opened(pages, open.size() + ".page");
        TestingChannel.under(page, atOnce, room);
        return page;
    }

    private NIOSequentialFile opened(WholeFiles files, String name) throws Exception {
        NIOSequentialFile file = (NIOSequentialFile) files.createSequentialFile(name);
        file.open();
        open.add(file);
        return file;
    }

    private static ByteBuffer bytes(char letter) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
        while (bytes.hasRemaining()) {
            bytes.put((byte) letter);
        }
        return bytes.flip();
    }
}
