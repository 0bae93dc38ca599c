package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.client.StompFrame;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Takes messages one by one and confirms each by an ACK whose receipt is waited for. */
record StompConsumer(String queue, History history) implements Lane {

    @Override
    public String name() {
        return "STOMP-consumer-of-" + queue;
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        try (StompConnection connection = new StompConnection(server)) {
            connection.request(
                    "SUBSCRIBE", Map.of("id", "0", "ack", "client-individual", "destination", "/queue/" + queue), "");
            working.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                StompFrame frame = connection.message();
                String message = Content.message(frame.text());
                history.add(Content.received(
                        frame.text(), frame.header("redelivered").equals("true")));
                history.add(new Event.Consuming(message));
                connection.request("ACK", Map.of("id", frame.header("ack")), "");
                history.add(new Event.Consumed(message));
            }
        }
    }
}
