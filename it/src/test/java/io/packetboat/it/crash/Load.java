package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lanes at work on one life of a server, a thread each. */
final class Load {
    private static final long CONNECTED_WITHIN_SECONDS = 120;
    private static final long END_WITHIN_MILLIS = 120_000;

    private final PacketboatServer server;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> early = new CopyOnWriteArrayList<>();
    private final CountDownLatch working;
    private volatile boolean ending;

    private Load(PacketboatServer server, int lanes) {
        this.server = server;
        this.working = new CountDownLatch(lanes);
    }

    static Load of(PacketboatServer server, List<Lane> lanes) {
        Load load = new Load(server, lanes.size());
        for (Lane lane : lanes) {
            Thread thread = new Thread(() -> load.work(lane), lane.name());
            thread.setDaemon(true);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    /** Returns when every client is connected. */
    void awaitWorking() throws InterruptedException {
        if (!working.await(CONNECTED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            early.add(working.getCount() + " of the clients did not connect");
        }
    }

    /** What ended before it was meant to, each with its reason. */
    List<String> early() {
        return List.copyOf(early);
    }

    /** Kills the server and waits until every client has noticed. */
    void kill() throws InterruptedException {
        ending = true;
        server.kill();
        awaitEnd();
    }

    /** Tells every lane to end, and waits for that. */
    void stop() throws InterruptedException {
        ending = true;
        threads.forEach(Thread::interrupt);
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(END_WITHIN_MILLIS);
            if (thread.isAlive()) {
                thread.interrupt();
                early.add(
                        thread.getName() + " did not notice the end of its server: " + List.of(thread.getStackTrace()));
            }
        }
    }

    /** A client may fail with any exception when its server dies; one that fails before is told. */
    private void work(Lane lane) {
        try {
            lane.work(server, working);
        } catch (Exception e) {
            if (!ending) {
                early.add(lane.name() + ": " + e);
            }
        }
    }
}
