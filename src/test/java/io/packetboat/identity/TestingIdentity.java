package io.packetboat.identity;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.TestingClock;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.PolicyDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All of identity in memory, with a quick password hash and a clock that stands still. */
public final class TestingIdentity {
    /** The node itself, which may do everything. */
    public static final Caller NODE = Caller.node("test");

    public final TestingClock clock = new TestingClock();
    public final InMemoryIdentityStore store = new InMemoryIdentityStore();
    public final List<String> news = new CopyOnWriteArrayList<>();
    public final List<LoginObserver.RefusedLogin> refusedLogins = new CopyOnWriteArrayList<>();
    public final IdentityConfig config;
    public final Administrators administrators;
    public final IdentityDirectory directory;
    public final MasterKey masterKey;
    public final PasswordHasher hasher;
    public final Rights rights;
    public final Users users;
    public final Groups groups;
    public final AccessKeys accessKeys;
    public final Policies policies;
    public final Logins logins;

    public TestingIdentity(Path dataDirectory) {
        IdentityConfig defaults = IdentityConfig.defaults(dataDirectory);
        config = new IdentityConfig(
                defaults.account(),
                defaults.region(),
                dataDirectory,
                new IdentityConfig.Passwords(1_000, 2, Duration.ofMinutes(5), 100),
                new IdentityConfig.Throttle(3, 6, Duration.ofMinutes(1)),
                defaults.presets());
        administrators = new Administrators(config, clock);
        directory = IdentityDirectory.open(store, administrators);
        masterKey = MasterKey.open(dataDirectory, directory);
        hasher = new PasswordHasher(config.passwords());
        rights = new Rights(directory, clock);
        users = new Users(directory, hasher, rights, config, clock);
        groups = new Groups(directory, rights, config, clock);
        accessKeys = new AccessKeys(directory, masterKey, rights, config, clock);
        policies = new Policies(directory, rights, config, clock);
        logins = new Logins(directory, masterKey, hasher, refusedLogins::add, config, clock);
        directory.observe(new IdentityObserver() {
            @Override
            public void loginsRevoked(UserName user) {
                news.add("revoked " + user);
            }

            @Override
            public void rightsChanged() {
                news.add("rights");
            }
        });
    }

    /** Makes a user whose password is its name with "-password" behind, and attaches a policy of these statements. */
    public UserName userWith(String name, String statements) {
        UserName user = new UserName(name);
        users.create(NODE, user, passwordOf(name));
        PolicyName policy = new PolicyName(name + "-policy");
        policies.put(NODE, policy, document(statements));
        users.attachPolicy(NODE, user, policy);
        return user;
    }

    public static Password passwordOf(String user) {
        return new Password(user + "-password");
    }

    public static PolicyDocument document(String statements) {
        return PolicyDocument.parse("{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}");
    }

    public static String allow(String action, String resource) {
        return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"}".formatted(action, resource);
    }

    public static String deny(String action, String resource) {
        return allow(action, resource).replace("Allow", "Deny");
    }

    public static Caller callerOf(String user) {
        return new Caller(new UserName(user), "192.0.2.1", Caller.Door.ADMIN);
    }
}
