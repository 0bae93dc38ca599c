package io.packetboat.aws.sns;

import io.packetboat.aws.operation.OpenPages;
import io.packetboat.signing.SigningCertificate;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The certificate by which everybody can check notifications, under the name that their SigningCertURL ends in. */
public final class SigningPage implements OpenPages {
    private final String path;
    private final Page page;

    public SigningPage(SigningCertificate certificate) {
        this.path = "/" + certificate.fileName();
        this.page = new Page("application/x-pem-file", certificate.pem().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Optional<Page> find(String asked) {
        return asked.equals(path) ? Optional.of(page) : Optional.empty();
    }
}
