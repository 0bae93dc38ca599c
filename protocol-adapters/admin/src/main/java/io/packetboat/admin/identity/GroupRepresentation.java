package io.packetboat.admin.identity;

import io.packetboat.identity.Group;
import io.packetboat.identity.PolicyName;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group of users. */
@Schema(
        name = "Group",
        requiredProperties = {"groupName", "policies", "createdAt"})
public record GroupRepresentation(
        String groupName,

        @Schema(description = "The names of the attached policies, which apply to every member.")
        List<String> policies,

        Instant createdAt) {

    static GroupRepresentation of(Group group) {
        return new GroupRepresentation(
                group.name().value(),
                group.policies().stream().map(PolicyName::value).sorted().toList(),
                group.createdAt());
    }

    /** A group to make. */
    @Schema(name = "NewGroup", requiredProperties = "groupName")
    public record New(
            @Schema(description = "1 to 128 characters of A-Z a-z 0-9 + = , . @ _ -", maxLength = 128)
            String groupName) {}
}
