package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Visit;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;

/** Whoever follows a link without a login. */
final class Strangers {
    private static final UserName ANYBODY = new UserName("anonymous");

    private Strangers() {}

    static Caller of(Visit visit) {
        return new Caller(ANYBODY, visit.source(), Caller.Door.AWS, visit.secure());
    }
}
