package io.packetboat.identity;

import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.LoginObserver.RefusedLogin;
import io.packetboat.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The keys by which doors verify AWS signatures; the secrets themselves stay here.
 *
 * <p>Answered from memory, so that an event loop may ask: a deactivated or deleted key is gone for the very next request.
 * Derived keys are remembered, a bounded number of them. Safe for any number of threads; one private lock.
 */
@ApplicationScoped
public class SigningKeys {
    private static final int REMEMBERED = 1_000;

    private final IdentityDirectory directory;
    private final MasterKey masterKey;
    private final LoginObserver observer;
    private final RecentEntries<Derivation, SigningKey> derived = new RecentEntries<>(REMEMBERED);

    @Inject
    public SigningKeys(IdentityDirectory directory, MasterKey masterKey, LoginObserver observer) {
        this.directory = directory;
        this.masterKey = masterKey;
        this.observer = observer;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected SigningKeys() {
        this(null, null, null);
    }

    /** The key of an active access key for a scope; never touches the database. */
    @ReadOnly
    public Optional<SigningKey> find(String accessKeyId, SigningScope scope) {
        return existing(accessKeyId).filter(AccessKey::active).map(key -> derive(key, scope));
    }

    /**
     * Tells whoever records refused logins that a request was wrongly signed. May wait for the database.
     *
     * @param source the remote IP address without port
     */
    @ReadOnly
    public void refused(String accessKeyId, String source) {
        String user = existing(accessKeyId).map(key -> key.user().value()).orElse("");
        observer.loginRefused(new RefusedLogin(user, source, Caller.Door.AWS, new LoginOutcome.Rejected()));
    }

    private Optional<AccessKey> existing(String accessKeyId) {
        return Optional.ofNullable(directory.memory().accessKeys().get(accessKeyId));
    }

    private SigningKey derive(AccessKey key, SigningScope scope) {
        Derivation derivation = new Derivation(key.id(), key.secret(), scope);
        synchronized (derived) {
            SigningKey known = derived.get(derivation);
            if (known != null) {
                return known;
            }
        }
        SigningKey made = SigningKey.derive(key.user(), masterKey.decrypt(key.secret(), key.id()), scope);
        synchronized (derived) {
            derived.put(derivation, made);
        }
        return made;
    }

    /** What a derived key depends on. */
    private record Derivation(AccessKeyId id, EncryptedSecret secret, SigningScope scope) {}
}
