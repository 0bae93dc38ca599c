package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import jakarta.jms.Connection;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;

/** Sends durable texts one by one, each confirmed before the next; every fiftieth is of the large size. */
record JmsProducer(JmsClients client, String queue, Names names, int size, int largeSize, History history)
        implements Lane {
    private static final int EVERY = 50;

    @Override
    public String name() {
        return names.prefix();
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        try (Connection connection = client.connect(server);
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            working.countDown();
            for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
                String message = names.next();
                String text = Content.of(message, i % EVERY == 0 ? largeSize : size);
                history.add(new Event.Sending(message));
                producer.send(session.createTextMessage(text));
                history.add(new Event.Sent(message));
            }
        }
    }
}
