package io.packetboat.it.client;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Any of the JMS clients; producers and consumers have a session each, since JMS wants a thread for each. */
final class JmsParty implements Party {
    private final Connection connection;
    private final Session sending;

    JmsParty(ConnectionFactory factory) throws JMSException {
        connection = factory.createConnection();
        sending = connection.createSession();
        connection.start();
    }

    @Override
    public void send(Destination to, Letter letter) throws JMSException {
        try (MessageProducer producer = sending.createProducer(in(sending, to))) {
            producer.send(message(letter));
        }
    }

    @Override
    public Mailbox consume(Destination from) throws JMSException {
        Session session = connection.createSession();
        MessageConsumer consumer = session.createConsumer(in(session, from));
        return new JmsMailbox(session, consumer);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }

    private static jakarta.jms.Destination in(Session session, Destination destination) throws JMSException {
        return switch (destination.kind()) {
            case QUEUE -> session.createQueue(destination.name());
            case TOPIC -> session.createTopic(destination.name());
        };
    }

    private Message message(Letter letter) throws JMSException {
        Message message;
        if (letter.body() instanceof Letter.Body.Text text) {
            message = sending.createTextMessage(text.text());
        } else {
            BytesMessage bytes = sending.createBytesMessage();
            bytes.writeBytes(letter.body().bytes());
            message = bytes;
        }
        for (Map.Entry<String, String> property : letter.properties().entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        if (!letter.correlationId().isEmpty()) {
            message.setJMSCorrelationID(letter.correlationId());
        }
        return message;
    }

    private record JmsMailbox(Session session, MessageConsumer consumer) implements Mailbox {
        @Override
        public Letter next(Duration within) throws JMSException {
            Message message = consumer.receive(within.toMillis());
            if (message == null) {
                throw new AssertionError("No message within " + within);
            }
            String correlation = message.getJMSCorrelationID();
            return new Letter(body(message), properties(message), correlation == null ? "" : correlation);
        }

        @Override
        public void close() throws JMSException {
            session.close();
        }

        private static Letter.Body body(Message message) throws JMSException {
            return message instanceof TextMessage text
                    ? new Letter.Body.Text(text.getText())
                    : new Letter.Body.Bytes(message.getBody(byte[].class));
        }

        private static Map<String, String> properties(Message message) throws JMSException {
            Map<String, String> properties = new HashMap<>();
            for (Object name : Collections.list(message.getPropertyNames())) {
                properties.put(String.valueOf(name), String.valueOf(message.getObjectProperty(String.valueOf(name))));
            }
            return properties;
        }
    }
}
