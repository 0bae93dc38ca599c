package io.packetboat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepublicationTest {
    private static Republication of(String more) {
        return Republication.of(OpenedEnvelope.of(TestingEntries.notification(more)));
    }

    @Test
    void theMessageAloneIsThePayloadAndItsAttributesAreUserProperties() {
        MqttMessage message = of(",\"MessageAttributes\":{\"colour\":{\"Type\":\"String\",\"Value\":\"red\"}}")
                .forMqtt();

        assertThat(new String(message.getPayload(), StandardCharsets.UTF_8)).isEqualTo("Grüße, Ærøskøbing");
        assertThat(message.getQos()).isEqualTo(1);
        assertThat(message.isRetained()).isFalse();
        assertThat(message.getProperties().getUserProperties())
                .containsExactly(new UserProperty("colour", "red"), new UserProperty("packetboat.hops", "1"));
    }

    @ParameterizedTest(name = "after {0} hops")
    @CsvSource({"7, false", "8, true", "100, true", "many, false"})
    void whatWasRepublishedTooOftenGoesInCircles(String hops, boolean circles) {
        Republication message =
                of(",\"MessageAttributes\":{\"packetboat.hops\":{\"Type\":\"String\",\"Value\":\"" + hops + "\"}}");

        assertThat(message.goesInCircles()).isEqualTo(circles);
    }
}
