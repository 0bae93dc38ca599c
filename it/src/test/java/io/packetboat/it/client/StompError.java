package io.packetboat.it.client;

/** The server answered with an ERROR where something else was expected. */
public final class StompError extends AssertionError {
    private static final long serialVersionUID = 1L;

    StompError(String expected, StompFrame error) {
        super("Expected " + expected + ", got ERROR " + error.headers() + " " + error.text());
    }
}
