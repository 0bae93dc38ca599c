package io.packetboat.identity;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityChange.DeleteAccessKey;
import io.packetboat.identity.IdentityChange.PutAccessKey;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The access keys of users: for AWS SDKs, and as user and password on every other door.
 *
 * <p>A command is on disk when it returns. Deactivating or deleting a key closes the user's connections, since a
 * connection does not remember by what it was opened. Raises {@link AccessDenied} for callers without the right.
 */
@ApplicationScoped
public class AccessKeys {
    /** How many keys a user may have, as on AWS: one in use and one to change over to. */
    static final int MAX_KEYS = 2;

    private final IdentityDirectory directory;
    private final MasterKey masterKey;
    private final Guard guard;
    private final Clock clock;

    @Inject
    public AccessKeys(
            IdentityDirectory directory, MasterKey masterKey, Rights rights, IdentityConfig config, Clock clock) {
        this.directory = directory;
        this.masterKey = masterKey;
        this.guard = new Guard(rights, config);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected AccessKeys() {
        this(null, null, null, null, null);
    }

    /** Generates an active key; raises {@link UserNotFound} or {@link AccessKeyLimitReached}. */
    @Audited("packetboat:CreateAccessKey")
    public CreatedAccessKey create(Caller caller, @AuditSubject UserName user) {
        guard.require(caller, "CreateAccessKey", user);
        AccessKeyId id = RandomText.accessKeyId();
        AccessKeySecret secret = RandomText.accessKeySecret();
        AccessKey key = new AccessKey(id, user, masterKey.encrypt(secret, id), true, clock.instant());
        directory.change(memory -> {
            memory.require(user);
            if (memory.accessKeysOf(user).size() >= MAX_KEYS) {
                throw new AccessKeyLimitReached(user);
            }
            return List.of(new PutAccessKey(key));
        });
        return new CreatedAccessKey(key, secret);
    }

    /** Lets the key prove its user again; raises {@link AccessKeyNotFound}. */
    @Audited("packetboat:UpdateAccessKey")
    public void activate(Caller caller, @AuditSubject UserName user, @AuditSubject AccessKeyId id) {
        update(caller, user, id, true);
    }

    /** Switches the key off and closes its user's connections; raises {@link AccessKeyNotFound}. */
    @Audited("packetboat:UpdateAccessKey")
    public void deactivate(Caller caller, @AuditSubject UserName user, @AuditSubject AccessKeyId id) {
        update(caller, user, id, false);
    }

    /** Deletes the key and closes its user's connections; raises {@link AccessKeyNotFound}. */
    @Audited("packetboat:DeleteAccessKey")
    public void delete(Caller caller, @AuditSubject UserName user, @AuditSubject AccessKeyId id) {
        guard.require(caller, "DeleteAccessKey", user);
        directory.change(
                memory -> List.of(new DeleteAccessKey(memory.require(user, id).id())));
    }

    /** The keys of one user, by id; raises {@link UserNotFound}. */
    @ReadOnly
    public Page<AccessKey> list(Caller caller, UserName user, PageRequest page) {
        guard.require(caller, "ListAccessKeys", user);
        directory.memory().require(user);
        return Page.of(directory.memory().accessKeysOf(user), page);
    }

    private void update(Caller caller, UserName user, AccessKeyId id, boolean active) {
        guard.require(caller, "UpdateAccessKey", user);
        directory.change(
                memory -> List.of(new PutAccessKey(memory.require(user, id).withActive(active))));
    }
}
