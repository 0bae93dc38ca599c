package io.packetboat.it.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system of its own that a test can fill, in memory.
 *
 * <p>Mounted where that is allowed. A plain container does not allow it, but usually has a small {@code /dev/shm}, which
 * serves as well; on a machine with neither the test is skipped and says so.
 */
final class SmallDisk implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long LARGEST = 1L << 30;
    private static final String FILLER = "filler";

    private final Path root;
    private final boolean mounted;

    private SmallDisk(Path root, boolean mounted) {
        this.root = root;
        this.mounted = mounted;
    }

    static SmallDisk ofMegabytes(int size, String name) throws IOException, InterruptedException {
        Path root = Path.of("target", "disks", name).toAbsolutePath();
        Files.createDirectories(root);
        if (run("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", root.toString())) {
            return new SmallDisk(root, true);
        }
        Assumptions.assumeTrue(
                Files.isWritable(SHARED_MEMORY)
                        && usable(SHARED_MEMORY) < LARGEST
                        && usable(SHARED_MEMORY) >= (long) size << 20,
                "neither may a file system be mounted here, nor is " + SHARED_MEMORY
                        + " large enough, and small enough to be filled");
        return new SmallDisk(Files.createTempDirectory(SHARED_MEMORY, name), false);
    }

    Path root() {
        return root;
    }

    long usable() throws IOException {
        return usable(root);
    }

    /** Fills the disk with a file of no use until about so many bytes are left. */
    void fillUpTo(long left) throws IOException {
        byte[] block = new byte[1 << 16];
        try (RandomAccessFile filler = new RandomAccessFile(root.resolve(FILLER).toFile(), "rw")) {
            filler.seek(filler.length());
            while (usable() > left + block.length) {
                filler.write(block);
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(root.resolve(FILLER));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", "-l", root.toString());
        } else {
            run("rm", "-r", root.toString());
        }
    }

    private static long usable(Path path) throws IOException {
        FileStore store = Files.getFileStore(path);
        return store.getUsableSpace();
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
