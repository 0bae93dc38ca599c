package io.packetboat.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.operation.OpenPages;
import io.packetboat.signing.SigningCertificate;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SigningPageTest {
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

    @Test
    void theCertificateIsFoundByItsNameAndNothingElseIs() {
        SigningCertificate certificate = new SigningCertificate(PEM);
        SigningPage page = new SigningPage(certificate);

        assertThat(page.find("/" + certificate.fileName()))
                .map(OpenPages.Page::body)
                .contains(PEM.getBytes(StandardCharsets.US_ASCII));
        assertThat(page.find("/SimpleNotificationService-.pem")).isEmpty();
        assertThat(page.find("/")).isEmpty();
    }
}
