package io.packetboat.identity;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityChange.DeleteGroup;
import io.packetboat.identity.IdentityChange.PutGroup;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The groups of users, each with the policies that its members share.
 *
 * <p>A command is on disk when it returns; open connections act by the new rights within a second. Raises {@link
 * AccessDenied} for callers without the right.
 */
@ApplicationScoped
public class Groups {
    private final IdentityDirectory directory;
    private final Guard guard;
    private final Clock clock;

    @Inject
    public Groups(IdentityDirectory directory, Rights rights, IdentityConfig config, Clock clock) {
        this.directory = directory;
        this.guard = new Guard(rights, config);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Groups() {
        this(null, null, null, null);
    }

    /** Makes a group without members; raises {@link GroupNameTaken}. */
    @Audited("packetboat:CreateGroup")
    public Group create(Caller caller, @AuditSubject GroupName name) {
        guard.require(caller, "CreateGroup", name);
        Group group = new Group(name, Set.of(), clock.instant());
        directory.change(memory -> {
            if (memory.groups().containsKey(name.value())) {
                throw new GroupNameTaken(name);
            }
            return List.of(new PutGroup(group));
        });
        return group;
    }

    /** Deletes a group without members; raises {@link GroupNotFound} or {@link GroupInUse}. */
    @Audited("packetboat:DeleteGroup")
    public void delete(Caller caller, @AuditSubject GroupName name) {
        guard.require(caller, "DeleteGroup", name);
        directory.change(memory -> {
            memory.require(name);
            if (memory.users().values().stream().anyMatch(user -> user.groups().contains(name))) {
                throw new GroupInUse(name);
            }
            return List.of(new DeleteGroup(name));
        });
    }

    /** Does nothing for an attached policy; raises {@link GroupNotFound} or {@link PolicyNotFound}. */
    @Audited("packetboat:AttachGroupPolicy")
    public void attachPolicy(Caller caller, @AuditSubject GroupName name, @AuditSubject PolicyName policy) {
        guard.require(caller, "AttachGroupPolicy", name);
        directory.change(memory -> List.of(new PutGroup(
                memory.require(name).withPolicy(memory.require(policy).name()))));
    }

    /** Does nothing for a policy that is not attached; raises {@link GroupNotFound}. */
    @Audited("packetboat:DetachGroupPolicy")
    public void detachPolicy(Caller caller, @AuditSubject GroupName name, @AuditSubject PolicyName policy) {
        guard.require(caller, "DetachGroupPolicy", name);
        directory.change(memory -> List.of(new PutGroup(memory.require(name).withoutPolicy(policy))));
    }

    /** Raises {@link GroupNotFound}. */
    @ReadOnly
    public Group require(Caller caller, GroupName name) {
        guard.require(caller, "GetGroup", name);
        return directory.memory().require(name);
    }

    /** All groups, by name. */
    @ReadOnly
    public Page<Group> list(Caller caller, PageRequest page) {
        guard.requireAll(caller, "ListGroups", "group");
        return Page.of(directory.memory().groups(), page);
    }

    /** The members of a group, by name; raises {@link GroupNotFound}. */
    @ReadOnly
    public Page<User> listMembers(Caller caller, GroupName name, PageRequest page) {
        guard.require(caller, "GetGroup", name);
        directory.memory().require(name);
        return Page.of(directory.memory().membersOf(name), page);
    }
}
