package io.packetboat.admin.identity;

import io.packetboat.identity.GroupName;
import io.packetboat.identity.PolicyName;
import io.packetboat.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user. */
@Schema(
        name = "User",
        requiredProperties = {"userName", "hasPassword", "groups", "policies", "createdAt"})
public record UserRepresentation(
        String userName,

        @Schema(description = "False for a user that logs in with access keys alone.")
        boolean hasPassword,

        @Schema(description = "The names of the groups that the user is in.")
        List<String> groups,

        @Schema(description = "The names of the policies attached to the user itself.")
        List<String> policies,

        Instant createdAt) {

    static UserRepresentation of(User user) {
        return new UserRepresentation(
                user.name().value(),
                user.hasPassword(),
                user.groups().stream().map(GroupName::value).sorted().toList(),
                user.policies().stream().map(PolicyName::value).sorted().toList(),
                user.createdAt());
    }

    /** A user to make. The textual form hides the password. */
    @Schema(name = "NewUser", requiredProperties = "userName")
    public record New(
            @Schema(description = "1 to 64 characters of A-Z a-z 0-9 + = , . @ _ -", maxLength = 64)
            String userName,

            @Schema(
                    description = "8 to 128 characters; without one the user logs in with access keys alone.",
                    format = "password",
                    minLength = 8,
                    maxLength = 128)
            Optional<String> password) {

        @Override
        public String toString() {
            return "New[userName=" + userName + ", password=hidden]";
        }
    }

    /** A password to set. The textual form hides it. */
    @Schema(name = "NewPassword", requiredProperties = "password")
    public record NewPassword(
            @Schema(description = "8 to 128 characters", format = "password", minLength = 8, maxLength = 128)
            String password) {

        @Override
        public String toString() {
            return "NewPassword[hidden]";
        }
    }
}
