package io.packetboat.aws.endpoint;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of requests in the form that AWS has; they tell requests apart and are no secret. */
final class RequestIds {
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000000000000000L;

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xf000L | VERSION_4, random.nextLong() & ~0xc000000000000000L | VARIANT)
                .toString();
    }
}
