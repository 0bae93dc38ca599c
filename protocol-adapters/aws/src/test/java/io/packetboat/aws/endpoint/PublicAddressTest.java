package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.wire.WireHeaders;
import io.packetboat.aws.wire.WireRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "localhost:4566, '', false, http://localhost:4566",
        "localhost:4566, '', true, https://localhost:4566",
        "queues.example.com, https, false, https://queues.example.com",
        "queues.example.com, HTTPS, false, https://queues.example.com",
        "queues.example.com, ftp, false, http://queues.example.com",
        "[::1]:4566, '', false, http://[::1]:4566",
        "'', '', false, http://localhost",
        "'a b', '', false, http://localhost",
        "a/b, '', false, http://localhost",
        "'a\"b', '', false, http://localhost"
    })
    void theClientsOwnWordIsRepeatedIfItCanBeAnAddress(String host, String forwarded, boolean secure, String address) {
        WireHeaders headers = WireHeaders.builder()
                .add("Host", host)
                .add("X-Forwarded-Proto", forwarded)
                .build();

        assertThat(PublicAddress.of(new WireRequest("POST", "/", "", headers, new byte[0]), secure))
                .isEqualTo(address);
    }
}
