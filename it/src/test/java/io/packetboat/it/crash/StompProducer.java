package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Sends durable texts, each with a receipt that is waited for. */
record StompProducer(String queue, Names names, int size, History history) implements Lane {

    @Override
    public String name() {
        return names.prefix();
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        try (StompConnection connection = new StompConnection(server)) {
            working.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                String message = names.next();
                history.add(new Event.Sending(message));
                connection.request(
                        "SEND",
                        Map.of("destination", "/queue/" + queue, "persistent", "true"),
                        Content.of(message, size));
                history.add(new Event.Sent(message));
            }
        }
    }
}
