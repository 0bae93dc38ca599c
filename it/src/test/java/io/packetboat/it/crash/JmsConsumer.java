package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Takes what comes, and confirms it in the way given; an empty queue does not end it. */
record JmsConsumer(JmsClients client, String queue, Confirmation confirmation, History history) implements Lane {
    private static final int BATCH = 10;
    private static final long PATIENCE = 100;

    /** How the consumption is confirmed. */
    enum Confirmation {
        /** A local transaction over up to ten messages. */
        COMMIT,
        /** An acknowledgement that is answered, message by message. */
        BLOCKING_ACKNOWLEDGE
    }

    @Override
    public String name() {
        return client + "-consumer-of-" + queue;
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        boolean transacted = confirmation == Confirmation.COMMIT;
        int mode = transacted ? Session.SESSION_TRANSACTED : Session.CLIENT_ACKNOWLEDGE;
        try (Connection connection = client.connect(server);
                Session session = connection.createSession(transacted, mode);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            working.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                take(session, consumer, transacted ? BATCH : 1);
            }
        }
    }

    private void take(Session session, MessageConsumer consumer, int most) throws JMSException {
        List<String> taken = new ArrayList<>();
        Message last = null;
        for (int i = 0; i < most; i++) {
            Message message = consumer.receive(PATIENCE);
            if (message == null) {
                break;
            }
            String text = message.getBody(String.class);
            history.add(Content.received(text, message.getJMSRedelivered()));
            taken.add(Content.message(text));
            last = message;
        }
        if (last != null) {
            confirm(session, last, taken);
        }
    }

    private void confirm(Session session, Message last, List<String> taken) throws JMSException {
        taken.forEach(message -> history.add(new Event.Consuming(message)));
        switch (confirmation) {
            case COMMIT -> session.commit();
            case BLOCKING_ACKNOWLEDGE -> last.acknowledge();
        }
        taken.forEach(message -> history.add(new Event.Consumed(message)));
    }
}
