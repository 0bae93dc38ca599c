package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.util.concurrent.CountDownLatch;

/** One client that works on the server until its connection breaks or its thread is interrupted. */
interface Lane {
    String name();

    /**
     * Connects, counts down, and works; ends with whatever exception the client throws when the connection breaks.
     */
    void work(PacketboatServer server, CountDownLatch working) throws Exception;
}
