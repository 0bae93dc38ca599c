package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Visit;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;

/** Whoever follows a link without a login. */
final class Strangers {
    private Strangers() {}

    static Caller of(Visit visit) {
        return new Caller(UserName.ANONYMOUS, visit.source(), Caller.Door.AWS, visit.secure());
    }
}
