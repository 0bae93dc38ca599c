package io.packetboat.identity;

import io.packetboat.kernel.UserName;

/** The first user's credentials in clear text, to be shown once and then forgotten. Its textual form hides them. */
public record FirstCredentials(
        UserName user, Password password, AccessKeyId accessKeyId, AccessKeySecret secretAccessKey) {

    @Override
    public String toString() {
        return "FirstCredentials[hidden]";
    }
}
