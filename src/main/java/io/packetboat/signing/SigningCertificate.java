package io.packetboat.signing;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Region;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The public half of the key in a certificate of its own making, for names that the SDKs' validators expect.
 *
 * @param pem the certificate, lines of 64 characters
 */
public record SigningCertificate(String pem) {
    private static final Duration BACKDATED = Duration.ofDays(1);
    private static final Duration VALID = Duration.ofDays(20 * 365);
    private static final byte[] SHA256_WITH_RSA = Der.sequence(Der.oid(1, 2, 840, 113_549, 1, 1, 11), Der.nothing());
    private static final byte[] COMMON_NAME = Der.oid(2, 5, 4, 3);
    private static final byte[] ALTERNATIVE_NAMES = Der.oid(2, 5, 29, 17);

    public SigningCertificate {
        if (!pem.startsWith("-----BEGIN CERTIFICATE-----\n")) {
            throw new InvalidValue("certificate", "must be PEM");
        }
    }

    /** The file's name under which SNS would publish it, another one for each certificate. */
    public String fileName() {
        return "SimpleNotificationService-" + fingerprint() + ".pem";
    }

    private String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(pem.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static SigningCertificate create(KeyPair keys, Region region, Instant now) {
        List<String> names = List.of(
                "sns." + region.value() + ".amazonaws.com",
                "sns.amazonaws.com",
                "sns-signing." + region.value() + ".amazonaws.com");
        byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8(names.get(0)))));
        byte[] signed = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(127, new SecureRandom()).setBit(126)),
                SHA256_WITH_RSA,
                name,
                Der.sequence(Der.time(now.minus(BACKDATED)), Der.time(now.plus(VALID))),
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(3, Der.sequence(alternatives(names))));
        byte[] certificate = Der.sequence(signed, SHA256_WITH_RSA, Der.bits(signature(keys, signed)));
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return new SigningCertificate("-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
    }

    private static byte[] alternatives(List<String> names) {
        byte[][] entries = names.stream().map(name -> Der.implicitText(2, name)).toArray(byte[][]::new);
        return Der.sequence(ALTERNATIVE_NAMES, Der.octets(Der.sequence(entries)));
    }

    private static byte[] signature(KeyPair keys, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(SignatureVersion.V2.algorithm());
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }
}
