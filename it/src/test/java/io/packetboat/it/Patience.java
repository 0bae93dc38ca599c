package io.packetboat.it;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test of this module awaits a condition that names no time of its own: what comes ends the wait, so that a
 * long one costs nothing, and a busy machine is no bug. Found by JUnit itself.
 */
public final class Patience implements BeforeAllCallback {
    private static final Duration STANDARD = Duration.ofSeconds(60);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(STANDARD);
    }
}
