package io.packetboat.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.aws.AwsClients;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class ServerLifecycleIT {

    @Test
    void messagesSurviveAKillAndACleanStop() throws Exception {
        try (PacketboatServer server = PacketboatServer.started("lifecycle")) {
            send(server, "before the kill");

            server.kill();
            server.start();
            send(server, "before the stop");
            server.restart();

            assertThat(receive(server)).isEqualTo("before the kill");
            assertThat(receive(server)).isEqualTo("before the stop");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"STOMP, packetboat.stomp.port", "AWS, packetboat.aws.port"})
    void portInUseStopsTheStartAndIsNamedWithItsKey(ServerPort port, String key) throws Exception {
        try (PacketboatServer first = PacketboatServer.started("port-owner")) {
            PacketboatServer second = PacketboatServer.prepared(
                    "port-seeker", Map.of(port.variable(), Integer.toString(first.port(port))), List.of());

            int exit = second.startExpectingExit();

            assertThat(exit).isNotZero();
            assertThat(second.consoleText())
                    .contains(Integer.toString(first.port(port)))
                    .contains(key)
                    .doesNotContain("Packetboat is ready.");
        }
    }

    @Test
    void optionsOfTheJvmWinOverBootstrapPropertiesAndTheseOverTheEnvironment() throws Exception {
        PacketboatServer server = PacketboatServer.prepared(
                "precedence",
                Map.of("PACKETBOAT_REGION", "eu-environment-1", "PACKETBOAT_ACCOUNT_ID", "000000000041"),
                List.of("-Dpacketboat.account-id=000000000043"));
        Files.writeString(server.configuration("bootstrap.properties"), """

                packetboat.region=eu-file-1
                packetboat.account-id=000000000042
                """, StandardOpenOption.APPEND);
        try (server) {
            server.start();
            try (SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
                String url =
                        sqs.createQueue(create -> create.queueName("where")).queueUrl();

                assertThat(sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                                .attributes())
                        .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:eu-file-1:000000000043:where");
            }
        }
    }

    private static void send(PacketboatServer server, String text) throws JMSException {
        try (Connection connection = factory(server).createConnection();
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue("lifecycle")).send(session.createTextMessage(text));
        }
    }

    private static String receive(PacketboatServer server) throws JMSException {
        try (Connection connection = factory(server).createConnection();
                Session session = connection.createSession()) {
            connection.start();
            return session.createConsumer(session.createQueue("lifecycle"))
                    .receive(60_000)
                    .getBody(String.class);
        }
    }

    private static JmsConnectionFactory factory(PacketboatServer server) {
        return new JmsConnectionFactory(Admin.USER, Admin.PASSWORD, "amqp://localhost:" + server.port(ServerPort.AMQP));
    }
}
