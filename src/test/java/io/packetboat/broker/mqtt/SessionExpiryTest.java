package io.packetboat.broker.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionExpiryTest {
    private static final int EXPIRY = MqttPropertyType.SESSION_EXPIRY_INTERVAL.value();

    @Test
    void theLongestLifeIsTheLastThatArtemisCanCountInMilliseconds() {
        assertThat(SessionExpiry.LONGEST_SECONDS * 1000).isPositive();
        assertThat((SessionExpiry.LONGEST_SECONDS + 1) * 1000).isNegative();
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(ints = {SessionExpiry.LONGEST_SECONDS + 1, 5_184_000, Integer.MAX_VALUE})
    void aLongerLifeIsShortened(int seconds) {
        MqttProperties asked = with(seconds);

        assertThat(SessionExpiry.shorten(asked, EXPIRY)).isTrue();

        assertThat(asked.getProperty(EXPIRY).value()).isEqualTo(SessionExpiry.LONGEST_SECONDS);
    }

    @ParameterizedTest(name = "{0} s, where -1 is never")
    @ValueSource(ints = {-1, 0, 1, SessionExpiry.LONGEST_SECONDS})
    void anyOtherIsKept(int seconds) {
        MqttProperties asked = with(seconds);

        assertThat(SessionExpiry.shorten(asked, EXPIRY)).isFalse();

        assertThat(asked.getProperty(EXPIRY).value()).isEqualTo(seconds);
    }

    @Test
    void noneIsNotInvented() {
        MqttProperties none = new MqttProperties();

        assertThat(SessionExpiry.shorten(none, EXPIRY)).isFalse();

        assertThat(none.listAll()).isEmpty();
    }

    private static MqttProperties with(int seconds) {
        MqttProperties properties = new MqttProperties();
        properties.add(new IntegerProperty(EXPIRY, seconds));
        return properties;
    }
}
