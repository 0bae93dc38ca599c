package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
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
            connection.request("SUBSCRIBE", "id:0\nack:client-individual\ndestination:/queue/" + queue + "\n", "");
            working.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                StompConnection.Frame frame = connection.message();
                String message = Content.message(frame.body());
                history.add(Content.received(
                        frame.body(), frame.header("redelivered").equals("true")));
                history.add(new Event.Consuming(message));
                connection.request("ACK", "id:" + frame.header("ack") + "\n", "");
                history.add(new Event.Consumed(message));
            }
        }
    }
}
