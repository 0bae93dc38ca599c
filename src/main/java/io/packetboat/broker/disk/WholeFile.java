package io.packetboat.broker.disk;

import io.netty.buffer.ByteBuf;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQIOErrorException;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFile;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.io.buffer.TimedBufferObserver;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFile;

/**
 * A file whose writes are whole or fail.
 *
 * <p>{@code NIOSequentialFile} hands a buffer to the system once and does not look at how much of it was taken. The last
 * write before a disk is full is taken in part: the message was confirmed, and half of it was in the file. When a flush
 * of the journal fails, that class swallows the failure, forces the file and calls every waiting callback. After the
 * first refused write of any file this one takes nothing: a reader stops at half a record, and whatever was confirmed
 * behind it would be lost.
 */
final class WholeFile extends NIOSequentialFile {
    private final IOCriticalErrorListener refusedWrites;

    WholeFile(
            SequentialFileFactory files,
            File directory,
            String name,
            int maxIo,
            IOCriticalErrorListener refusedWrites) {
        super(files, directory, name, maxIo);
        this.refusedWrites = refusedWrites;
    }

    @Override
    public synchronized void blockingWriteDirect(ByteBuffer bytes, boolean sync, boolean releaseBuffer)
            throws Exception {
        try {
            requireNothingRefused();
            super.blockingWriteDirect(bytes, false, false);
            writeRest(bytes);
            if (sync) {
                sync();
            }
        } finally {
            if (releaseBuffer) {
                factory.releaseBuffer(bytes);
            }
        }
    }

    @Override
    public void writeDirect(ByteBuffer bytes, boolean sync) throws Exception {
        blockingWriteDirect(bytes, sync, true);
    }

    @Override
    public void writeDirect(ByteBuffer bytes, boolean sync, IOCallback callback) {
        try {
            blockingWriteDirect(bytes, sync, true);
        } catch (Exception e) { // Artemis declares it
            tell(callback, e);
            return;
        }
        callback.done();
    }

    @Override
    public SequentialFile cloneFile() {
        return factory.createSequentialFile(getFileName());
    }

    @Override
    protected TimedBufferObserver createTimedBufferObserver() {
        return new Flushes();
    }

    /** A disk that took a part either takes the rest or refuses it, and only then says so. */
    private void writeRest(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            factory.onIOError(new ActiveMQIOErrorException(e.getMessage(), e), e.getMessage(), this);
            throw e;
        }
    }

    private void requireNothingRefused() throws IOException {
        if (refusedWrites.isPreviouslyFailed()) {
            throw new IOException("The disk refused a write before; nothing is written behind it: " + getFileName());
        }
    }

    private void tell(IOCallback callback, Exception failure) {
        callback.onError(
                ActiveMQExceptionType.IO_ERROR.getCode(), "Writing to " + getFileName() + " failed: " + failure);
    }

    /**
     * How the journal's buffer comes into this file: {@code flushBuffer} under the buffer's lock, then, on the same
     * thread, {@code checkSync}, which answers for what was flushed.
     */
    private final class Flushes extends LocalBufferObserver {
        private volatile boolean failed;

        @Override
        public void flushBuffer(ByteBuf buffer, boolean sync, List<IOCallback> callbacks) {
            try {
                blockingWriteDirect(
                        buffer.internalNioBuffer(buffer.readerIndex(), buffer.readableBytes()), sync, false);
            } catch (Exception e) { // told by checkSync; thrown from here it would end the thread of the buffer's timer
                failed = true;
            }
        }

        @Override
        public void checkSync(boolean sync, List<IOCallback> callbacks) {
            try {
                requireWritten();
                if (sync) {
                    sync();
                }
                requireNothingRefused();
            } catch (Exception e) { // unchecked as well, from RefusedWrites
                callbacks.forEach(callback -> tell(callback, e));
                return;
            }
            callbacks.forEach(IOCallback::done);
        }

        private void requireWritten() throws IOException {
            if (failed) {
                throw new IOException("A write before failed: " + getFileName());
            }
        }
    }
}
