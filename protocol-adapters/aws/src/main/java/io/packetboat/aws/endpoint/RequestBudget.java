package io.packetboat.aws.endpoint;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes the requests of all connections may hold together. Safe for any number of threads. */
final class RequestBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    RequestBudget(long limit) {
        this.limit = limit;
    }

    /** The bytes that are taken now. */
    long used() {
        return used.get();
    }

    /** What one request takes; nothing as yet. */
    Share share() {
        return new Share(this);
    }

    private boolean take(long bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    private void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** The part of one request, from its first line until its answer has gone. Safe for any number of threads. */
    static final class Share {
        private final RequestBudget budget;
        private final AtomicLong taken = new AtomicLong();

        private Share(RequestBudget budget) {
            this.budget = budget;
        }

        /** That of a request that will take nothing. */
        static Share none() {
            return new RequestBudget(0).share();
        }

        /** Takes more bytes if there is room for them. */
        boolean take(long bytes) {
            if (!budget.take(bytes)) {
                return false;
            }
            taken.addAndGet(bytes);
            return true;
        }

        void giveBack(long bytes) {
            taken.addAndGet(-bytes);
            budget.giveBack(bytes);
        }

        /** Gives all of it back; may be called twice. */
        void release() {
            budget.giveBack(taken.getAndSet(0));
        }
    }
}
