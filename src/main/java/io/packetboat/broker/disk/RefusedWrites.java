package io.packetboat.broker.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.jspecify.annotations.Nullable;

/**
 * Called on the thread whose write the disk refused: passes it on to Artemis, which tells and stops, and then throws, so
 * that the write fails.
 */
public final class RefusedWrites implements IOCriticalErrorListener {
    private final IOCriticalErrorListener artemis;
    private volatile boolean failed;

    /** @param artemis hears of every refused write, and stops the broker at the first */
    public RefusedWrites(IOCriticalErrorListener artemis) {
        this.artemis = artemis;
    }

    /** Whether there was one, from before anybody else can write. */
    @Override
    public boolean isPreviouslyFailed() {
        return failed || artemis.isPreviouslyFailed();
    }

    @Override
    public void onIOException(Throwable cause, String message, @Nullable String file) {
        failed = true;
        artemis.onIOException(cause, message, file);
        throw new UncheckedIOException(new IOException(message, cause));
    }
}
