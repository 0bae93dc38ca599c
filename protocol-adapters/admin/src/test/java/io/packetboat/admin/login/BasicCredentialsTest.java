package io.packetboat.admin.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void passwordsMayHoldColonsAndAnyLetter() {
        assertThat(BasicCredentials.parse("Basic " + encoded("anna:a:ü")))
                .contains(new BasicCredentials("anna", "a:ü"));
    }

    @Test
    void schemeIsReadInAnyCase() {
        assertThat(BasicCredentials.parse("bASIC " + encoded("anna:x"))).contains(new BasicCredentials("anna", "x"));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic YW5uYQ==", "Basic /zo=", "Bearer YTpi"})
    void anythingElseIsNone(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @Test
    void passwordDoesNotShowInLogs() {
        assertThat(new BasicCredentials("anna", "secret").toString()).doesNotContain("secret");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
