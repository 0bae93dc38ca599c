package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    @TempDir
    Path directory;

    @Test
    void durableMessagesAreFoundAgainAfterARestart() {
        try (TestingBroker broker = TestingBroker.started(directory)) {
            try (JMSContext jms = broker.clientsOf("ada").createContext()) {
                jms.createProducer().send(jms.createQueue("orders"), "first");
            }
        }

        try (TestingBroker broker = TestingBroker.started(directory)) {
            try (JMSContext jms = broker.clientsOf("ada").createContext()) {
                String body = jms.createConsumer(jms.createQueue("orders")).receiveBody(String.class, 60_000);

                assertThat(body).isEqualTo("first");
            }
        }
    }

    @Test
    void aPortInUseStopsTheStartAndNamesPortAndKey() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedBroker broker = new EmbeddedBroker(
                    TestingBroker.config(directory),
                    List.of(TestingBroker.coreListener(0), amqp(taken.getLocalPort())),
                    new TestingBroker.TestingAccess(),
                    List.of(),
                    Clock.systemUTC());

            assertThatThrownBy(broker::start)
                    .isInstanceOf(BrokerStartFailed.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("packetboat.amqp.port");
            assertThat(broker.isReady()).isFalse();
        }
    }

    private static Listener amqp(int port) {
        return new Listener("amqp", Set.of("CORE"), "127.0.0.1", port, "packetboat.amqp.port", Map.of());
    }

    @Test
    void anUnknownProtocolStopsTheStart() {
        Listener unknown = new Listener("gopher", Set.of("GOPHER"), "127.0.0.1", 0, "packetboat.gopher.port", Map.of());
        EmbeddedBroker broker = new EmbeddedBroker(
                TestingBroker.config(directory),
                List.of(unknown),
                new TestingBroker.TestingAccess(),
                List.of(),
                Clock.systemUTC());

        assertThatThrownBy(broker::start).isInstanceOf(BrokerStartFailed.class).hasMessageContaining("GOPHER");
    }

    @Test
    void anonymousAndWrongPasswordsAreRefused() {
        try (TestingBroker broker = TestingBroker.started(directory)) {
            assertThatThrownBy(() -> broker.clientsOf("ada", "wrong").createContext())
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThatThrownBy(() -> broker.clientsOf(null, null).createContext())
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }
}
