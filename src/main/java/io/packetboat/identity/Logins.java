package io.packetboat.identity;

import io.packetboat.audit.ReadOnly;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The one place where a user proves who it is, for every door.
 *
 * <p>A login is a user's name with its password, or the id of an active access key with its secret. The slow hash of a
 * password runs with bounded concurrency and only if the same password was not verified a short while ago; an unknown
 * user costs the same time as a wrong password. Failures are throttled for each source. Safe for any number of threads.
 */
@ApplicationScoped
public class Logins {
    /** Longer texts cannot be right and are not worth hashing. */
    private static final int MAX_LENGTH = 256;

    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final IdentityDirectory directory;
    private final MasterKey masterKey;
    private final PasswordHasher hasher;
    private final LoginObserver observer;
    private final RememberedPasswords remembered;
    private final LoginThrottle throttle;

    @Inject
    public Logins(
            IdentityDirectory directory,
            MasterKey masterKey,
            PasswordHasher hasher,
            LoginObserver observer,
            IdentityConfig config,
            Clock clock) {
        this.directory = directory;
        this.masterKey = masterKey;
        this.hasher = hasher;
        this.observer = observer;
        this.remembered = new RememberedPasswords(config.passwords(), clock);
        this.throttle = new LoginThrottle(config.throttle(), clock);
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Logins() {
        this.directory = null;
        this.masterKey = null;
        this.hasher = null;
        this.observer = null;
        this.remembered = null;
        this.throttle = null;
    }

    /**
     * Decides on a login; takes as long as the slow hash where that is needed, else microseconds.
     *
     * @param user the name or access key id as it was sent, possibly empty
     * @param password the password or secret as it was sent, possibly empty
     * @param source the remote IP address without port
     * @param door where the user knocks; told with a refusal
     */
    @ReadOnly
    public LoginOutcome login(String user, String password, String source, Caller.Door door) {
        LoginThrottle.Attempt attempt = new LoginThrottle.Attempt(shortened(user), SourceNetwork.of(source));
        LoginOutcome outcome = decide(attempt, password);
        if (!(outcome instanceof LoginOutcome.Accepted)) {
            String known = findUser(user).map(User::name).map(UserName::value).orElse("");
            observer.loginRefused(new LoginObserver.RefusedLogin(known, source, door, outcome));
        }
        return outcome;
    }

    private LoginOutcome decide(LoginThrottle.Attempt attempt, String password) {
        Optional<Duration> wait = throttle.waitOf(attempt);
        if (wait.isPresent()) {
            return new LoginOutcome.Throttled(wait.get());
        }
        if (password.length() > MAX_LENGTH) {
            return refused(attempt);
        }
        Optional<User> user = findUser(attempt.user());
        if (user.isPresent() && remembered.knows(user.get(), password)) {
            return new LoginOutcome.Accepted(user.get().name());
        }
        Optional<AccessKey> key = findKey(attempt.user());
        if (key.isPresent()) {
            return compareSecret(key.get(), attempt, password);
        }
        wait = throttle.waitOf(attempt.source());
        return wait.<LoginOutcome>map(LoginOutcome.Throttled::new).orElseGet(() -> compareSlowly(attempt, password));
    }

    private LoginOutcome compareSecret(AccessKey key, LoginThrottle.Attempt attempt, String secret) {
        byte[] expected = masterKey.decrypt(key.secret(), key.id()).value().getBytes(StandardCharsets.UTF_8);
        boolean matches = MessageDigest.isEqual(expected, secret.getBytes(StandardCharsets.UTF_8));
        return matches && key.active() ? accepted(attempt, key.user()) : refused(attempt);
    }

    private LoginOutcome compareSlowly(LoginThrottle.Attempt attempt, String password) {
        try {
            return hasher.inTurn(() -> comparePassword(attempt, password));
        } catch (LoginsBusy e) {
            return new LoginOutcome.Throttled(SHORTLY);
        }
    }

    private LoginOutcome comparePassword(LoginThrottle.Attempt attempt, String password) {
        // While this thread waited for its turn the answer may have become known.
        Optional<Duration> wait = throttle.waitOf(attempt);
        if (wait.isPresent()) {
            return new LoginOutcome.Throttled(wait.get());
        }
        Optional<User> user = findUser(attempt.user());
        if (user.isPresent() && remembered.knows(user.get(), password)) {
            return new LoginOutcome.Accepted(user.get().name());
        }
        PasswordHash stored = user.filter(User::hasPassword).map(User::password).orElseGet(hasher::decoy);
        // Hashing takes long enough for the password to be changed or the user to be deleted meanwhile.
        if (!hasher.matches(password, stored) || user.isEmpty() || !user.equals(findUser(attempt.user()))) {
            return refused(attempt);
        }
        remembered.remember(user.get(), password);
        return accepted(attempt, user.get().name());
    }

    private LoginOutcome accepted(LoginThrottle.Attempt attempt, UserName user) {
        throttle.succeeded(attempt);
        return new LoginOutcome.Accepted(user);
    }

    private LoginOutcome refused(LoginThrottle.Attempt attempt) {
        throttle.failed(attempt);
        return new LoginOutcome.Rejected();
    }

    private Optional<User> findUser(String name) {
        return Optional.ofNullable(directory.memory().users().get(name));
    }

    /** A key whose id is also a user's name is that user's name: names came first. */
    private Optional<AccessKey> findKey(String id) {
        return Optional.ofNullable(directory.memory().accessKeys().get(id))
                .filter(key -> findUser(id).isEmpty());
    }

    private static String shortened(String user) {
        return user.length() > MAX_LENGTH ? user.substring(0, MAX_LENGTH) : user;
    }
}
