package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A policy that is attached to a user or group cannot be deleted. */
public final class PolicyInUse extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient PolicyName policy;

    PolicyInUse(PolicyName policy) {
        super(ErrorKind.CONFLICT, "policy " + policy + " is still attached; detach it first");
        this.policy = policy;
    }

    public PolicyName policy() {
        return policy;
    }
}
