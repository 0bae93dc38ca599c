package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No policy has this name. */
public final class PolicyNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient PolicyName policy;

    PolicyNotFound(PolicyName policy) {
        super(ErrorKind.NOT_FOUND, "no policy is named " + policy);
        this.policy = policy;
    }

    public PolicyName policy() {
        return policy;
    }
}
