package io.packetboat.admin.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens a session. The textual form hides the password. */
@Schema(
        name = "Login",
        requiredProperties = {"userName", "password"})
public record LoginRepresentation(
        @Schema(description = "The user's name, or the id of an access key.")
        String userName,

        @Schema(description = "The user's password, or the secret of the access key.", format = "password")
        String password) {

    @Override
    public String toString() {
        return "LoginRepresentation[userName=" + userName + ", password=hidden]";
    }
}
