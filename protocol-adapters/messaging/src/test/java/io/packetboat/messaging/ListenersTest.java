package io.packetboat.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.broker.Listener;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListenersTest {
    private static final MessagingConfig CONFIG =
            new MessagingConfig("127.0.0.1", Map.of(Port.AMQP, 7001), 1 << 20, 10 << 20, 500);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyPortHasOneListenerThatNamesItsKey(Port port) {
        assertThat(Listeners.of(CONFIG))
                .filteredOn(listener -> listener.portKey().equals(port.key()))
                .singleElement()
                .satisfies(listener -> assertThat(listener.host()).isEqualTo("127.0.0.1"));
    }

    @Test
    void portIsTheConfiguredOneOrTheStandard() {
        assertThat(listener(Port.AMQP).port()).isEqualTo(7001);
        assertThat(listener(Port.AMQPS).port()).isEqualTo(5671);
    }

    @Test
    void portOutOfRangeIsRefusedWithItsKey() {
        MessagingConfig config = new MessagingConfig("127.0.0.1", Map.of(Port.WSS, 65_536), 1, 1, 1);

        assertThatThrownBy(() -> Listeners.of(config))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("packetboat.wss.port");
    }

    @Test
    void everyTlsPortTakesTheCertificateOfLibertyAndNoOldProtocol() {
        assertThat(Set.of(Port.AMQPS, Port.MQTTS, Port.STOMPS, Port.CORES, Port.WSS))
                .allSatisfy(port -> assertThat(listener(port).transport())
                        .containsEntry("sslEnabled", true)
                        .containsEntry("keyStorePath", "liberty")
                        .containsEntry("enabledProtocols", "TLSv1.2,TLSv1.3"));
    }

    @Test
    void everyPlainPortIsPlain() {
        assertThat(Set.of(Port.AMQP, Port.MQTT, Port.STOMP, Port.CORE, Port.WS))
                .allSatisfy(port -> assertThat(listener(port).transport()).doesNotContainKey("sslEnabled"));
    }

    @Test
    void everyPortBoundsConnectionsAndMessages() {
        assertThat(Listeners.of(CONFIG))
                .hasSize(Port.values().length)
                .allSatisfy(listener -> assertThat(listener.transport())
                        .containsEntry("connectionsAllowed", 500)
                        .containsEntry("webSocketMaxFramePayloadLength", 10 << 20));
        assertThat(listener(Port.AMQP).transport()).containsEntry("maxFrameSize", 1 << 20);
        assertThat(listener(Port.MQTT).transport()).containsEntry("maximumPacketSize", 10 << 20);
        assertThat(listener(Port.CORE).transport()).containsEntry("openwireMaxPacketChunkSize", 0);
    }

    @Test
    void eachProtocolIsSpokenOnItsPortsAlone() {
        assertThat(protocols(Port.AMQP, Port.AMQPS)).containsExactly("AMQP");
        assertThat(protocols(Port.MQTT, Port.MQTTS)).containsExactly("MQTT");
        assertThat(protocols(Port.STOMP, Port.STOMPS)).containsExactly("STOMP");
        assertThat(protocols(Port.CORE, Port.CORES)).containsExactlyInAnyOrder("CORE", "OPENWIRE");
        assertThat(protocols(Port.WS, Port.WSS)).containsExactlyInAnyOrder("AMQP", "MQTT", "STOMP");
    }

    @Test
    void stompNamesTellQueueFromTopicOnWebSocketToo() {
        assertThat(Set.of(Port.STOMP, Port.STOMPS, Port.WS, Port.WSS))
                .allSatisfy(port -> assertThat(listener(port).transport())
                        .containsEntry("anycastPrefix", "/queue/")
                        .containsEntry("multicastPrefix", "/topic/"));
    }

    @Test
    void mqttClientsKeepTheKeepAliveThatTheyAskFor() {
        assertThat(Set.of(Port.MQTT, Port.MQTTS, Port.WS, Port.WSS))
                .allSatisfy(port -> assertThat(listener(port).transport()).containsEntry("serverKeepAlive", 65_535));
    }

    private static Set<String> protocols(Port plain, Port tls) {
        assertThat(listener(tls).protocols()).isEqualTo(listener(plain).protocols());
        return listener(plain).protocols();
    }

    private static Listener listener(Port port) {
        return Listeners.of(CONFIG).stream()
                .filter(listener -> listener.portKey().equals(port.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No listener for " + port));
    }
}
