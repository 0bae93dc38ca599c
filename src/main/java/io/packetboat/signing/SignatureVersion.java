package io.packetboat.signing;

import java.util.Arrays;
import java.util.Optional;

/** How a notification is signed; a topic chooses by its attribute SignatureVersion. */
public enum SignatureVersion {
    /** SHA-1 with RSA, the default of SNS. */
    V1("1", "SHA1withRSA"),
    /** SHA-256 with RSA. */
    V2("2", "SHA256withRSA");

    private final String value;
    private final String algorithm;

    SignatureVersion(String value, String algorithm) {
        this.value = value;
        this.algorithm = algorithm;
    }

    /** The version of this number; empty for a text that is none. */
    public static Optional<SignatureVersion> find(String value) {
        return Arrays.stream(values())
                .filter(version -> version.value.equals(value))
                .findFirst();
    }

    /** The number, as attributes and envelopes have it. */
    public String value() {
        return value;
    }

    String algorithm() {
        return algorithm;
    }
}
