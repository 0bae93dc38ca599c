package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import java.time.Instant;

/** An access key of a user; an inactive one proves nothing until it is switched on again. */
public record AccessKey(AccessKeyId id, UserName user, EncryptedSecret secret, boolean active, Instant createdAt) {

    AccessKey withActive(boolean wanted) {
        return new AccessKey(id, user, secret, wanted, createdAt);
    }
}
