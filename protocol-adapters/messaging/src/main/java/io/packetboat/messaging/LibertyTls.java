package io.packetboat.messaging;

import com.ibm.websphere.ssl.JSSEHelper;
import com.ibm.websphere.ssl.SSLException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.core.remoting.impl.ssl.DefaultSSLContextFactory;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextConfig;
import org.apache.activemq.artemis.spi.core.remoting.ssl.SSLContextFactory;

/**
 * Gives the broker's TLS ports the certificate that Liberty uses for HTTPS, so that there is one to renew.
 *
 * <p>Artemis finds it through {@link java.util.ServiceLoader} and prefers it for its priority. Ports that do not ask for
 * {@link #KEY_STORE} get what Artemis would have given them.
 */
public final class LibertyTls implements SSLContextFactory {
    /** The value of a listener's {@code keyStorePath} that means Liberty's own key store. */
    static final String KEY_STORE = "liberty";

    private static final int ABOVE_ARTEMIS_OWN = 100;

    private final SSLContextFactory artemisOwn = new DefaultSSLContextFactory();

    @Override
    public SSLContext getSSLContext(SSLContextConfig config, Map<String, Object> options) throws Exception {
        if (!KEY_STORE.equals(config.getKeystorePath())) {
            return artemisOwn.getSSLContext(config, options);
        }
        return certificate();
    }

    @Override
    public int getPriority() {
        return ABOVE_ARTEMIS_OWN;
    }

    /** Liberty's certificate and key, for the wiring to hand to other doors. */
    public static SSLContext certificate() {
        try {
            return JSSEHelper.getInstance().getSSLContext("defaultSSLConfig", Map.of(), null);
        } catch (SSLException e) {
            throw new IllegalStateException("Liberty offers no certificate", e);
        }
    }
}
