package io.packetboat.admin.identity;

import io.packetboat.admin.path.PathName;
import io.packetboat.identity.GroupName;
import io.packetboat.identity.PolicyName;
import io.packetboat.kernel.UserName;

/** The names in the paths of this package, which may be {@code .} or {@code ..} and then come in their other form. */
final class Names {
    private Names() {}

    static UserName user(String segment) {
        return new UserName(PathName.decode("userName", segment));
    }

    static GroupName group(String segment) {
        return new GroupName(PathName.decode("groupName", segment));
    }

    static PolicyName policy(String segment) {
        return new PolicyName(PathName.decode("policyName", segment));
    }
}
