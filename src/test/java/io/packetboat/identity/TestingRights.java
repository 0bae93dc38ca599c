package io.packetboat.identity;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Region;
import java.nio.file.Path;
import java.time.Clock;

/** Identity without a user: the node may do everything, everybody else nothing. */
public final class TestingRights {
    private TestingRights() {}

    public static Rights ofTheNodeAlone() {
        Clock clock = Clock.systemUTC();
        Administrators administrators = new Administrators(config(Path.of("")), clock);
        return new Rights(IdentityDirectory.open(new InMemoryIdentityStore(), administrators), clock);
    }

    public static IdentityConfig config(Path directory) {
        return new IdentityConfig(
                new AccountId("000000000000"),
                new Region("us-east-1"),
                directory,
                IdentityConfig.Passwords.DEFAULT,
                IdentityConfig.Throttle.DEFAULT,
                new IdentityConfig.Presets("", "", ""));
    }
}
