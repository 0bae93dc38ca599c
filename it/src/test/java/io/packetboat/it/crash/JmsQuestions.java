package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.Topic;

/** What JMS clients ask; the queue is there and has been used before the question. */
record JmsQuestions(JmsClients client) {

    Question send(PacketboatServer server, int size) throws JMSException {
        Connection connection = client.connect(server);
        Session session = connection.createSession();
        MessageProducer producer = session.createProducer(queue(session));
        producer.send(session.createTextMessage("warm"));
        Message message = session.createTextMessage(Content.of("held", size));
        return Question.of(connection, () -> producer.send(message));
    }

    Question commitOfSend(PacketboatServer server) throws JMSException {
        Connection connection = client.connect(server);
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer = session.createProducer(queue(session));
        producer.send(session.createTextMessage("warm"));
        session.commit();
        return Question.of(connection, () -> {
            producer.send(session.createTextMessage("held"));
            session.commit();
        });
    }

    Question commitOfReceive(PacketboatServer server) throws JMSException {
        Connection connection = client.connect(server);
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        received(connection, session);
        return Question.of(connection, session::commit);
    }

    Question acknowledge(PacketboatServer server) throws JMSException {
        Connection connection = client.connect(server);
        Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        Message message = received(connection, session);
        return Question.of(connection, message::acknowledge);
    }

    Question subscribe(PacketboatServer server, String name) throws JMSException {
        Connection connection = client.connect(server);
        connection.setClientID("held-" + client);
        Session session = connection.createSession();
        Topic topic = session.createTopic("held.topic");
        session.createDurableSubscriber(topic, "warm").close();
        return Question.of(
                connection, () -> session.createDurableSubscriber(topic, name).close());
    }

    Question unsubscribe(PacketboatServer server) throws JMSException {
        Connection connection = client.connect(server);
        connection.setClientID("held-" + client);
        Session session = connection.createSession();
        session.createDurableSubscriber(session.createTopic("held.topic"), "parting")
                .close();
        return Question.of(connection, () -> session.unsubscribe("parting"));
    }

    private Message received(Connection connection, Session session) throws JMSException {
        try (Session sending = connection.createSession()) {
            sending.createProducer(queue(sending)).send(sending.createTextMessage("to be consumed"));
        }
        MessageConsumer consumer = session.createConsumer(queue(session));
        connection.start();
        return consumer.receive(60_000);
    }

    private Queue queue(Session session) throws JMSException {
        return session.createQueue("held." + client);
    }
}
