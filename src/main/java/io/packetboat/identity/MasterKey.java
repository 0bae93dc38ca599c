package io.packetboat.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The node's own key, which encrypts secrets in the database with AES-256-GCM; kept in a file outside of it.
 *
 * <p>Each secret is bound to its owner, so that two stored secrets cannot be exchanged. Safe for any number of
 * threads.
 */
public final class MasterKey {
    /** The file's name in the data directory. */
    public static final String FILE_NAME = "master.key";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecretKey key;

    private MasterKey(Path file, byte[] key) {
        this.file = file;
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Opens the file in the data directory and makes it on the very first start, before anything is encrypted.
     *
     * <p>Raises {@link MasterKeyUnusable} when the directory already holds access keys that the file does not open.
     */
    public static MasterKey open(Path dataDirectory, IdentityDirectory directory) {
        PrivateFile file = new PrivateFile(dataDirectory.resolve(FILE_NAME));
        Optional<AccessKey> existing =
                directory.memory().accessKeys().values().stream().findFirst();
        Optional<String> content = file.read();
        if (content.isEmpty() && existing.isPresent()) {
            throw new MasterKeyUnusable(file.path(), "is missing");
        }
        MasterKey key = content.map(text -> parse(file.path(), text)).orElseGet(() -> create(file));
        existing.ifPresent(stored -> key.decrypt(stored.secret(), stored.id()));
        return key;
    }

    private static MasterKey create(PrivateFile file) {
        byte[] key = RandomText.bytes(KEY_BYTES);
        file.write(Base64.getEncoder().encodeToString(key) + "\n");
        return new MasterKey(file.path(), key);
    }

    private static MasterKey parse(Path file, String content) {
        try {
            byte[] key = Base64.getDecoder().decode(content.strip());
            if (key.length == KEY_BYTES) {
                return new MasterKey(file, key);
            }
        } catch (IllegalArgumentException e) {
            throw new MasterKeyUnusable(file, "is damaged");
        }
        throw new MasterKeyUnusable(file, "is damaged");
    }

    EncryptedSecret encrypt(AccessKeySecret secret, AccessKeyId id) {
        return encrypt(secret.value().getBytes(StandardCharsets.UTF_8), id.value());
    }

    AccessKeySecret decrypt(EncryptedSecret secret, AccessKeyId id) {
        return new AccessKeySecret(new String(decrypt(secret, id.value()), StandardCharsets.UTF_8));
    }

    /** Encrypts a secret; only who names the same owner can decrypt it. */
    public EncryptedSecret encrypt(byte[] secret, String owner) {
        byte[] nonce = RandomText.bytes(NONCE_BYTES);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, owner, secret);
        byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
        return new EncryptedSecret(Base64.getEncoder().encodeToString(stored));
    }

    /** The secret again; raises {@link MasterKeyUnusable} where it was encrypted with another key or for another owner. */
    public byte[] decrypt(EncryptedSecret secret, String owner) {
        byte[] stored = Base64.getDecoder().decode(secret.encoded());
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        return apply(Cipher.DECRYPT_MODE, nonce, owner, Arrays.copyOfRange(stored, NONCE_BYTES, stored.length));
    }

    private byte[] apply(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyUnusable(file, "does not open the secret of " + owner);
        }
    }
}
