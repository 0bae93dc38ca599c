package io.packetboat.identity;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.Action;

/** The rights that identity's own commands need, on ARNs such as {@code arn:aws:packetboat:region:account:user/name}. */
record Guard(Rights rights, IdentityConfig config) {

    void require(Caller caller, String action, UserName user) {
        require(caller, action, "user/" + user);
    }

    void require(Caller caller, String action, GroupName group) {
        require(caller, action, "group/" + group);
    }

    void require(Caller caller, String action, PolicyName policy) {
        require(caller, action, "policy/" + policy);
    }

    /** For lists, which are about all things of a kind: {@code user/*}. */
    void requireAll(Caller caller, String action, String kind) {
        require(caller, action, kind + "/*");
    }

    private void require(Caller caller, String action, String resource) {
        rights.require(
                caller,
                new Action("packetboat", action),
                Arn.of("packetboat", config.region(), config.account(), resource));
    }
}
