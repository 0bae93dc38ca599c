package io.packetboat.it.rights;

/** The server refused for lack of rights, in the protocol's own words for just that. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String words) {
        super(words);
    }

    Refused(Throwable words) {
        super(words.getMessage(), words);
    }
}
