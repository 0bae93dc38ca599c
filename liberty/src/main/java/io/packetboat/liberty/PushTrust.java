package io.packetboat.liberty;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Which certificates of HTTPS endpoints are trusted. */
final class PushTrust {
    private PushTrust() {}

    /** Those of the Java platform, or of the file that {@code javax.net.ssl.trustStore} names; Liberty's own do not count. */
    static Supplier<SSLContext> ofPlatform() {
        SSLContext context = context();
        return () -> context;
    }

    private static SSLContext context() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore platform = null;
            trust.init(platform);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's trusted certificates cannot be read", e);
        }
    }
}
