package io.packetboat.aws.endpoint;

import io.packetboat.audit.AuditConfig;
import io.packetboat.audit.AuditRecord;
import io.packetboat.audit.AuditRecorder;
import io.packetboat.audit.AuditStore;
import io.packetboat.identity.AccessKeyId;
import io.packetboat.identity.AccessKeys;
import io.packetboat.identity.Administrators;
import io.packetboat.identity.FirstStart;
import io.packetboat.identity.IdentityChange;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.identity.IdentityObserver;
import io.packetboat.identity.IdentityStore;
import io.packetboat.identity.LoginObserver.RefusedLogin;
import io.packetboat.identity.MasterKey;
import io.packetboat.identity.PasswordHasher;
import io.packetboat.identity.Rights;
import io.packetboat.identity.SigningKeys;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.Region;
import io.packetboat.kernel.UserName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real identity on a store that keeps nothing, with one user and one access key. */
final class TestingIdentity {
    static final UserName USER = new UserName("admin");
    static final String KEY_ID = "AKIATESTINGENDPOINT1";
    static final String SECRET = "secretOfTheTestingEndpoint0123456789abcd";

    final List<RefusedLogin> refused = new CopyOnWriteArrayList<>();
    private final IdentityDirectory directory;
    private final IdentityConfig config;
    private final MasterKey masterKey;
    private final Clock clock;

    TestingIdentity(Path folder, Clock clock) {
        this.clock = clock;
        this.config = new IdentityConfig(
                new AccountId("000000000000"),
                new Region("us-east-1"),
                folder,
                new IdentityConfig.Passwords(1_000, 1, Duration.ZERO, 0),
                IdentityConfig.Throttle.DEFAULT,
                new IdentityConfig.Presets("", KEY_ID, SECRET));
        this.directory = IdentityDirectory.open(new Forgetful(), new Administrators(config, clock));
        this.masterKey = MasterKey.open(folder, directory);
        AuditRecorder recorder = new AuditRecorder(
                new Forgotten(),
                new AuditConfig(config.account(), config.region(), AuditConfig.DEFAULT_RETENTION),
                clock);
        new FirstStart(directory, masterKey, new PasswordHasher(config.passwords()), config, recorder, clock).run();
    }

    SigningKeys signingKeys() {
        return new SigningKeys(directory, masterKey, refused::add);
    }

    void observe(IdentityObserver observer) {
        directory.observe(observer);
    }

    void deactivateTheKey() {
        new AccessKeys(directory, masterKey, new Rights(directory, clock), config, clock)
                .deactivate(Caller.node("test"), USER, new AccessKeyId(KEY_ID));
    }

    private static final class Forgetful implements IdentityStore {
        private long version;

        @Override
        public long version() {
            return version;
        }

        @Override
        public Definitions load() {
            return new Definitions(List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public boolean apply(List<IdentityChange> changes, long decidedUpon) {
            version++;
            return true;
        }
    }

    private static final class Forgotten implements AuditStore {
        @Override
        public void append(AuditRecord record) {}

        @Override
        public Page<AuditRecord> listNewestFirst(PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public int deleteBefore(Instant moment, int most) {
            return 0;
        }
    }
}
