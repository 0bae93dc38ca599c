package io.packetboat.admin.identity;

import io.packetboat.identity.AccessKey;
import io.packetboat.identity.CreatedAccessKey;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access key. */
@Schema(
        name = "AccessKey",
        requiredProperties = {"accessKeyId", "userName", "active", "createdAt"})
public record AccessKeyRepresentation(
        String accessKeyId,
        String userName,

        @Schema(description = "An inactive key proves nothing.")
        boolean active,

        Instant createdAt,

        @Schema(description = "In the answer that creates the key, and never again.")
        Optional<String> secretAccessKey) {

    static AccessKeyRepresentation of(AccessKey key) {
        return new AccessKeyRepresentation(
                key.id().value(), key.user().value(), key.active(), key.createdAt(), Optional.empty());
    }

    static AccessKeyRepresentation of(CreatedAccessKey created) {
        AccessKey key = created.key();
        return new AccessKeyRepresentation(
                key.id().value(),
                key.user().value(),
                key.active(),
                key.createdAt(),
                Optional.of(created.secret().value()));
    }

    @Override
    public String toString() {
        return "AccessKeyRepresentation[accessKeyId=" + accessKeyId + "]";
    }

    /** What can be changed of a key. */
    @Schema(name = "AccessKeyChange", requiredProperties = "active")
    public record Change(
            @Schema(description = "False switches the key off and closes its user's connections and sessions.")
            boolean active) {}
}
