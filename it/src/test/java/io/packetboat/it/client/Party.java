package io.packetboat.it.client;

import java.time.Duration;

/** One logged-in client of one protocol; used by one test at a time. */
public interface Party extends AutoCloseable {

    /** Returns once the server has confirmed the message, where the protocol has confirmations. */
    void send(Destination to, Letter letter) throws Exception;

    /** Consumes from now on; returns once the server has confirmed the subscription. */
    Mailbox consume(Destination from) throws Exception;

    @Override
    void close() throws Exception;

    /** What one consumer gets. */
    interface Mailbox extends AutoCloseable {
        /** The next message; fails when none comes in time. */
        Letter next(Duration within) throws Exception;

        @Override
        void close() throws Exception;
    }
}
