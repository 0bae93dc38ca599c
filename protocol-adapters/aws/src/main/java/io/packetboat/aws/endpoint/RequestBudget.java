package io.packetboat.aws.endpoint;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies all connections may hold together. Safe for any number of threads. */
final class RequestBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    RequestBudget(long limit) {
        this.limit = limit;
    }

    /** Takes the bytes if there is room for them. */
    boolean take(long bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** The bytes that are taken now. */
    long used() {
        return used.get();
    }
}
