package io.packetboat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.subscription.Endpoint.MqttEndpoint;
import io.packetboat.subscription.EndpointRefused;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MqttTopicAddressTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mqtt://Broker/a/b, tcp://broker:1883, a/b",
        "mqtts://broker/a%20b, ssl://broker:8883, a b",
        "mqtt://broker:1884//a, tcp://broker:1884, /a",
    })
    void isABrokerAndATopic(String endpoint, String server, String topic) {
        MqttTopicAddress address = MqttTopicAddress.of(URI.create(endpoint));

        assertThat(address.broker().serverUri()).isEqualTo(server);
        assertThat(address.topic()).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mqtt:///a",
                "mqtt://broker",
                "mqtt://broker/",
                "mqtt://broker/a/+",
                "mqtt://broker/%23",
                "mqtt://broker/a#b",
                "mqtt://broker/a?b",
                "mqtt://broker/$SYS/a",
                "mqtt://broker/a%00",
                "mqtt://user:secret@broker/a",
                "http://broker/a",
            })
    void refusesWhatIsNone(String endpoint) {
        assertThatThrownBy(() -> MqttTopicAddress.of(URI.create(endpoint))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aBrokerHasALoginThatItDoesNotTell() {
        MqttBroker broker = MqttBroker.parse("mqtts://node:s3%20cret@broker:8884");

        assertThat(broker).isEqualTo(new MqttBroker(true, "broker", 8_884, "node", "s3 cret"));
        assertThat(broker.toString()).doesNotContain("s3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker:1883", "mqtt://broker/a", "tcp://broker", "mqtt://node:s3 cret@broker", ""})
    void refusesWhatIsNoBrokerWithoutTellingAPassword(String text) {
        assertThatThrownBy(() -> MqttBroker.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageNotContaining("cret");
    }

    @Test
    void refusesBrokersThatAreNotSetUp() {
        MqttPusher pusher = new MqttPusher(List.of(MqttBroker.parse("mqtt://one")), MqttTopicAddressTest::trust);

        pusher.require(new MqttEndpoint(URI.create("mqtt://one:1883/a")));
        assertThatThrownBy(() -> pusher.require(new MqttEndpoint(URI.create("mqtt://two/a"))))
                .isInstanceOf(EndpointRefused.class);
        assertThatThrownBy(() -> pusher.require(new MqttEndpoint(URI.create("mqtts://one/a"))))
                .isInstanceOf(EndpointRefused.class);
        pusher.stop();
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
