package io.packetboat.identity;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityChange.DeleteUser;
import io.packetboat.identity.IdentityChange.PutUser;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The users of this node and of all its protocols.
 *
 * <p>A command is on disk when it returns, and open connections have been told: within a second they act by the new
 * rights, and those of a deleted user or with a former password are closed. Raises {@link AccessDenied} for callers
 * without the right.
 */
@ApplicationScoped
public class Users {
    private final IdentityDirectory directory;
    private final PasswordHasher hasher;
    private final Guard guard;
    private final Clock clock;

    @Inject
    public Users(
            IdentityDirectory directory, PasswordHasher hasher, Rights rights, IdentityConfig config, Clock clock) {
        this.directory = directory;
        this.hasher = hasher;
        this.guard = new Guard(rights, config);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Users() {
        this(null, null, null, null, null);
    }

    /** Makes a user that logs in with a password; raises {@link UserNameTaken} and {@link UserNameReserved}. */
    @Audited("packetboat:CreateUser")
    public User create(Caller caller, @AuditSubject UserName name, Password password) {
        guard.require(caller, "CreateUser", name);
        return add(name, hasher.hash(password));
    }

    /** Makes a user that logs in with access keys alone; raises {@link UserNameTaken} and {@link UserNameReserved}. */
    @Audited("packetboat:CreateUser")
    public User createWithoutPassword(Caller caller, @AuditSubject UserName name) {
        guard.require(caller, "CreateUser", name);
        return add(name, PasswordHash.NONE);
    }

    /** Deletes the user with its access keys and closes its connections; raises {@link UserNotFound}. */
    @Audited("packetboat:DeleteUser")
    public void delete(Caller caller, @AuditSubject UserName name) {
        guard.require(caller, "DeleteUser", name);
        directory.change(memory -> List.of(new DeleteUser(memory.require(name).name())));
    }

    /** Replaces the password and closes the user's connections; raises {@link UserNotFound}. */
    @Audited("packetboat:ChangePassword")
    public void changePassword(Caller caller, @AuditSubject UserName name, Password password) {
        guard.require(caller, "ChangePassword", name);
        PasswordHash hash = hasher.hash(password);
        change(name, user -> user.withPassword(hash));
    }

    /** Does nothing for a member; raises {@link UserNotFound} or {@link GroupNotFound}. */
    @Audited("packetboat:AddUserToGroup")
    public void addToGroup(Caller caller, @AuditSubject UserName name, @AuditSubject GroupName group) {
        guard.require(caller, "AddUserToGroup", group);
        directory.change(memory -> List.of(
                new PutUser(memory.require(name).withGroup(memory.require(group).name()))));
    }

    /** Does nothing for one who is no member; raises {@link UserNotFound}. */
    @Audited("packetboat:RemoveUserFromGroup")
    public void removeFromGroup(Caller caller, @AuditSubject UserName name, @AuditSubject GroupName group) {
        guard.require(caller, "RemoveUserFromGroup", group);
        change(name, user -> user.withoutGroup(group));
    }

    /** Does nothing for an attached policy; raises {@link UserNotFound} or {@link PolicyNotFound}. */
    @Audited("packetboat:AttachUserPolicy")
    public void attachPolicy(Caller caller, @AuditSubject UserName name, @AuditSubject PolicyName policy) {
        guard.require(caller, "AttachUserPolicy", name);
        directory.change(memory -> List.of(new PutUser(
                memory.require(name).withPolicy(memory.require(policy).name()))));
    }

    /** Does nothing for a policy that is not attached; raises {@link UserNotFound}. */
    @Audited("packetboat:DetachUserPolicy")
    public void detachPolicy(Caller caller, @AuditSubject UserName name, @AuditSubject PolicyName policy) {
        guard.require(caller, "DetachUserPolicy", name);
        change(name, user -> user.withoutPolicy(policy));
    }

    /** Raises {@link UserNotFound}. */
    @ReadOnly
    public User require(Caller caller, UserName name) {
        guard.require(caller, "GetUser", name);
        return directory.memory().require(name);
    }

    /** All users, by name. */
    @ReadOnly
    public Page<User> list(Caller caller, PageRequest page) {
        guard.requireAll(caller, "ListUsers", "user");
        return Page.of(directory.memory().users(), page);
    }

    private User add(UserName name, PasswordHash password) {
        if (name.equals(UserName.ANONYMOUS)) {
            throw new UserNameReserved(name);
        }
        User user = new User(name, password, Set.of(), Set.of(), clock.instant());
        directory.change(memory -> {
            if (memory.find(name).isPresent()) {
                throw new UserNameTaken(name);
            }
            return List.of(new PutUser(user));
        });
        return user;
    }

    private void change(UserName name, UnaryOperator<User> change) {
        directory.change(memory -> List.of(new PutUser(change.apply(memory.require(name)))));
    }
}
