package io.packetboat.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "https, https://ada:secret@example.org/a, https://ada:****@example.org/a",
        "https, https://ada:se%40cret@example.org:8443?q=x@y, https://ada:****@example.org:8443?q=x@y",
        "http, http://example.org/a:b@c, http://example.org/a:b@c",
        "mqtt, mqtt://ada:secret@example.org:1883/a/b, mqtt://ada:****@example.org:1883/a/b"
    })
    void aPasswordInAUrlIsKeptAndNeverShown(String protocol, String url, String shown) {
        Endpoint endpoint = Endpoint.of(protocol, url);

        assertThat(endpoint.target()).isEqualTo(url);
        assertThat(endpoint.shown()).isEqualTo(shown);
        assertThat(endpoint).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, orders",
        "email, a@example.org",
        "email-json, a@example.org",
        "lambda, arn:aws:lambda:us-east-1:000000000000:function:f",
        "application, arn:aws:sns:us-east-1:000000000000:endpoint/GCM/a/b",
        "sms, +491701234567"
    })
    void protocolAndTargetMakeTheEndpointAgain(String protocol, String target) {
        Endpoint endpoint = Endpoint.of(protocol, target);

        assertThat(endpoint.protocol()).isEqualTo(protocol);
        assertThat(endpoint.target()).isEqualTo(target);
    }

    @Test
    void whatIsNoEndpointIsRefused() {
        assertThatThrownBy(() -> Endpoint.of("pigeon", "a")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Endpoint.of("http", "http:///a")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Endpoint.of("email", "a@")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Endpoint.of("email", "a\n@b")).isInstanceOf(InvalidValue.class);
    }
}
