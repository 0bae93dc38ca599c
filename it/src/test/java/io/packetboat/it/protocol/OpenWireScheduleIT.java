package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** ActiveMQ Classic's scheduling properties, as far as the broker can. */
@ExtendWith(SharedServer.class)
class OpenWireScheduleIT {
    private static final long SOON = 60_000;

    @Test
    void scheduledDelayHoldsAMessageBack(PacketboatServer server) throws Exception {
        try (Connection connection = JmsClient.OPENWIRE.factory(server).createConnection()) {
            connection.start();
            Session session = connection.createSession();
            Queue queue = session.createQueue("delay." + UUID.randomUUID());
            Message later = session.createTextMessage("later");
            later.setLongProperty("AMQ_SCHEDULED_DELAY", 1_500);
            long sent = System.nanoTime();
            session.createProducer(queue).send(later);

            assertThat(session.createConsumer(queue).receive(SOON).getBody(String.class))
                    .isEqualTo("later");
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThan(Duration.ofMillis(1_400));
        }
    }

    @Test
    void repetitionIsDeliveredOnceSinceTheBrokerHasNone(PacketboatServer server) throws Exception {
        try (Connection connection = JmsClient.OPENWIRE.factory(server).createConnection()) {
            connection.start();
            Session session = connection.createSession();
            Queue queue = session.createQueue("repeat." + UUID.randomUUID());
            Message message = session.createTextMessage("once");
            message.setLongProperty("AMQ_SCHEDULED_DELAY", 100);
            message.setLongProperty("AMQ_SCHEDULED_PERIOD", 100);
            message.setIntProperty("AMQ_SCHEDULED_REPEAT", 3);
            session.createProducer(queue).send(message);

            MessageConsumer consumer = session.createConsumer(queue);

            assertThat(consumer.receive(SOON).getBody(String.class)).isEqualTo("once");
            assertThat(consumer.receive(1_000)).isNull();
        }
    }

    @Test
    void cronIsIgnoredSinceTheBrokerHasNone(PacketboatServer server) throws Exception {
        try (Connection connection = JmsClient.OPENWIRE.factory(server).createConnection()) {
            connection.start();
            Session session = connection.createSession();
            Queue queue = session.createQueue("cron." + UUID.randomUUID());
            Message message = session.createTextMessage("at once");
            message.setStringProperty("AMQ_SCHEDULED_CRON", "0 0 1 1 *");
            session.createProducer(queue).send(message);

            assertThat(session.createConsumer(queue).receive(SOON).getBody(String.class))
                    .isEqualTo("at once");
        }
    }
}
