package io.packetboat.broker.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFile;

/** A file on a disk that takes few bytes at once and has room for so many; then it is full. */
final class TestingChannel extends FileChannel {
    private final FileChannel file;
    private final int atOnce;
    private int room;

    private TestingChannel(FileChannel file, int atOnce, int room) {
        this.file = file;
        this.atOnce = atOnce;
        this.room = room;
    }

    /** Puts an open file on such a disk. */
    static void under(NIOSequentialFile file, int atOnce, int room) throws ReflectiveOperationException {
        var channel = NIOSequentialFile.class.getDeclaredField("channel");
        channel.setAccessible(true);
        channel.set(file, new TestingChannel((FileChannel) channel.get(file), atOnce, room));
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int taken = Math.min(bytes.remaining(), Math.min(atOnce, room));
        if (taken == 0) {
            throw new IOException("No space left on device");
        }
        room -= taken;
        file.write(bytes.slice(bytes.position(), taken));
        bytes.position(bytes.position() + taken);
        return taken;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(ByteBuffer bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer bytes, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer bytes, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
