package io.packetboat.signing;

import io.packetboat.identity.EncryptedSecret;
import io.packetboat.identity.MasterKey;
import io.packetboat.identity.MasterKeyUnusable;
import io.packetboat.kernel.Region;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;

/**
 * Signs notifications. A signature takes about a millisecond of one core, whatever the length of the text: make one a
 * message, not one a subscription, and none for raw delivery. Safe for any number of threads.
 */
public final class NotificationSignature {
    private static final Logger LOG = System.getLogger(NotificationSignature.class.getName());
    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2_048;
    /** What the encrypted key is bound to, so that no other secret can be put in its place. */
    private static final String PURPOSE = "notification-signing-key";

    private final PrivateKey key;
    private final SigningCertificate certificate;

    private NotificationSignature(PrivateKey key, SigningCertificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Opens the stored key, or makes and stores one: at the first start, and when the stored one was encrypted with a master
     * key that is lost, since it protects nothing but what is sent from now on.
     */
    public static NotificationSignature open(SigningKeyStore store, MasterKey master, Region region, Clock clock) {
        StoredSigningKey stored = store.find().orElseGet(() -> store.putIfAbsent(create(master, region, clock)));
        try {
            return new NotificationSignature(privateKey(master, stored.privateKey()), stored.certificate());
        } catch (MasterKeyUnusable e) {
            LOG.log(
                    Level.WARNING,
                    "The key that signs notifications cannot be opened with this master key; a new one takes its place.");
            StoredSigningKey made = create(master, region, clock);
            store.replace(made);
            return new NotificationSignature(privateKey(master, made.privateKey()), made.certificate());
        }
    }

    private static StoredSigningKey create(MasterKey master, Region region, Clock clock) {
        KeyPair keys = generate();
        EncryptedSecret secret = master.encrypt(keys.getPrivate().getEncoded(), PURPOSE);
        return new StoredSigningKey(secret, SigningCertificate.create(keys, region, clock.instant()));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static PrivateKey privateKey(MasterKey master, EncryptedSecret secret) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(master.decrypt(secret, PURPOSE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored signing key is no " + ALGORITHM + " key", e);
        }
    }

    /** By which the signatures can be checked. */
    public SigningCertificate certificate() {
        return certificate;
    }

    /** The signature in Base64, as an envelope's field Signature has it. */
    public String sign(SignedText text, SignatureVersion version) {
        try {
            Signature signature = Signature.getInstance(version.algorithm());
            signature.initSign(key);
            signature.update(text.value().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with " + version.algorithm(), e);
        }
    }

    @Override
    public String toString() {
        return "NotificationSignature[" + certificate.fileName() + "]";
    }
}
