package io.packetboat.identity;

import io.packetboat.audit.AuditRecorder;
import io.packetboat.identity.IdentityChange.PutAccessKey;
import io.packetboat.identity.IdentityChange.PutPolicy;
import io.packetboat.identity.IdentityChange.PutUser;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.PolicyDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the user {@code admin} where there is no user at all, and records it in the audit trail.
 *
 * <p>What is generated goes to a file of mode 600 before it is committed, and a file that is there already is used
 * again. So a kill at any moment leaves either no user, and the next start carries on with the same credentials, or a
 * user whose credentials the operator finds in the file.
 */
public final class FirstStart {
    /** The file's name in the data directory; the operator may delete it once the credentials are noted. */
    public static final String FILE_NAME = "first-credentials.txt";

    private static final UserName ADMIN = new UserName("admin");
    static final PolicyName ADMINISTRATOR = new PolicyName("AdministratorAccess");
    private static final PolicyDocument EVERYTHING = PolicyDocument.parse("""
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""");

    private static final String PASSWORD = "password";
    private static final String KEY_ID = "access-key-id";
    private static final String SECRET = "secret-access-key";

    private final IdentityDirectory directory;
    private final MasterKey masterKey;
    private final PasswordHasher hasher;
    private final IdentityConfig config;
    private final AuditRecorder audit;
    private final Clock clock;

    public FirstStart(
            IdentityDirectory directory,
            MasterKey masterKey,
            PasswordHasher hasher,
            IdentityConfig config,
            AuditRecorder audit,
            Clock clock) {
        this.directory = directory;
        this.masterKey = masterKey;
        this.hasher = hasher;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** The credentials to show if this was the first start, which are then on disk; empty on any later start. */
    public Optional<FirstCredentials> run() {
        if (!directory.memory().users().isEmpty()) {
            return Optional.empty();
        }
        FirstCredentials credentials = credentials();
        commit(credentials);
        record(credentials);
        return Optional.of(credentials);
    }

    private FirstCredentials credentials() {
        PrivateFile file = new PrivateFile(config.directory().resolve(FILE_NAME));
        Map<String, String> earlier = file.read().map(FirstStart::parse).orElseGet(Map::of);
        IdentityConfig.Presets presets = config.presets();
        Password password = new Password(first(
                presets.password(), earlier, PASSWORD, RandomText.password().value()));
        AccessKeyId id = new AccessKeyId(first(
                presets.accessKeyId(), earlier, KEY_ID, RandomText.accessKeyId().value()));
        AccessKeySecret secret = new AccessKeySecret(first(
                presets.secretAccessKey(),
                earlier,
                SECRET,
                RandomText.accessKeySecret().value()));
        writeGenerated(file, password, id, secret);
        return new FirstCredentials(ADMIN, password, id, secret);
    }

    private static String first(String preset, Map<String, String> earlier, String name, String generated) {
        return preset.isEmpty() ? earlier.getOrDefault(name, generated) : preset;
    }

    /** Presets are the operator's own and are not written anywhere. */
    private void writeGenerated(PrivateFile file, Password password, AccessKeyId id, AccessKeySecret secret) {
        StringBuilder text = new StringBuilder("# Made on the first start; delete this file when you have noted it.\n");
        text.append("user=").append(ADMIN).append('\n');
        if (config.presets().password().isEmpty()) {
            text.append(PASSWORD).append('=').append(password.value()).append('\n');
        }
        if (config.presets().accessKeyId().isEmpty()) {
            text.append(KEY_ID).append('=').append(id).append('\n');
            text.append(SECRET).append('=').append(secret.value()).append('\n');
        }
        if (config.presets().password().isEmpty()
                || config.presets().accessKeyId().isEmpty()) {
            file.write(text.toString());
        }
    }

    private void commit(FirstCredentials credentials) {
        Instant now = clock.instant();
        PasswordHash hash = hasher.hash(credentials.password());
        AccessKeyId id = credentials.accessKeyId();
        directory.change(memory -> {
            if (!memory.users().isEmpty()) {
                // Another node on the same database was faster.
                throw new UserNameTaken(ADMIN);
            }
            return List.of(
                    new PutPolicy(new Policy(ADMINISTRATOR, EVERYTHING, now)),
                    new PutUser(new User(ADMIN, hash, Set.of(), Set.of(ADMINISTRATOR), now)),
                    new PutAccessKey(
                            new AccessKey(id, ADMIN, masterKey.encrypt(credentials.secretAccessKey(), id), true, now)));
        });
    }

    private void record(FirstCredentials made) {
        Caller node = Caller.node("first-start");
        audit.recordDone(node, "packetboat:CreateUser", made.user().value());
        audit.recordDone(node, "packetboat:CreateAccessKey", made.user() + " " + made.accessKeyId());
    }

    private static Map<String, String> parse(String content) {
        return content.lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (former, latter) -> latter));
    }
}
