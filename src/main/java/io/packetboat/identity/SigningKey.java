package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A user's key for one scope, derived from the secret of an access key, which cannot be got back from it. Immutable; its
 * textual form hides it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 *     request</a>
 */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final UserName user;
    private final SecretKeySpec key;

    private SigningKey(UserName user, byte[] key) {
        this.user = user;
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The key that the secret makes for a scope. */
    public static SigningKey derive(UserName user, AccessKeySecret secret, SigningScope scope) {
        byte[] start = ("AWS4" + secret.value()).getBytes(StandardCharsets.UTF_8);
        byte[] dated = hmac(new SecretKeySpec(start, ALGORITHM), scope.date());
        byte[] placed = hmac(new SecretKeySpec(dated, ALGORITHM), scope.region());
        byte[] served = hmac(new SecretKeySpec(placed, ALGORITHM), scope.service());
        return new SigningKey(user, hmac(new SecretKeySpec(served, ALGORITHM), SigningScope.TERMINATOR));
    }

    /** Whose key it is. */
    public UserName user() {
        return user;
    }

    /** The signature of a text, 32 bytes. */
    public byte[] sign(String text) {
        return hmac(key, text);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + user + "]";
    }
}
