package io.packetboat.it.rights;

import io.packetboat.it.client.Destination;
import java.time.Duration;

/**
 * A logged-in client of one protocol, in the words of the table of rights. Every method returns once the server has
 * confirmed, and throws {@link Refused} where it says that the right is missing.
 */
interface Client extends AutoCloseable {
    void send(Destination to, String text) throws Exception;

    /** Attaches a consumer, for a topic a non-durable subscription. */
    void consume(Destination from) throws Exception;

    /** The next message of what is consumed; fails when none comes. */
    String receive() throws Exception;

    void subscribeDurably(String topic, String subscription) throws Exception;

    void unsubscribe(String topic, String subscription) throws Exception;

    /** True once the server has ended the connection; waits for that. */
    boolean endsWithin(Duration time) throws Exception;

    @Override
    void close() throws Exception;
}
