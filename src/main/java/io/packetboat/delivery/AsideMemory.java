package io.packetboat.delivery;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that all desks together may spend on messages that they set aside and that had to be read from pages for it.
 * Without a common bound a few queues with a long locked group would be enough to fill the heap. Safe for any number of
 * threads; may be exceeded by what comes at the same moment.
 */
final class AsideMemory {
    /** So that a group of 100,000 messages of 1 KiB is passed with the shipped heap of 1 GB. */
    private static final int SHARE_OF_HEAP = 4;

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    AsideMemory(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    static AsideMemory ofThisProcess() {
        return new AsideMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    boolean hasRoom() {
        return bytes.get() < maxBytes;
    }

    /** @param change of the bytes that are held, negative when some are held no longer */
    void add(long change) {
        bytes.addAndGet(change);
    }
}
