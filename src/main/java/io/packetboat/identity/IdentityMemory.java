package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import io.packetboat.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * All definitions in memory, each one immutable, sorted by name for paging.
 *
 * <p>Written by the one thread that holds {@link IdentityDirectory}'s lock, read by any without a lock.
 */
final class IdentityMemory implements IdentityChange.Target {
    private final NavigableMap<String, User> users = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, Group> groups = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, AccessKey> accessKeys = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, Policy> policies = new ConcurrentSkipListMap<>();

    static IdentityMemory of(IdentityStore.Definitions definitions) {
        IdentityMemory memory = new IdentityMemory();
        definitions.policies().forEach(memory::put);
        definitions.groups().forEach(memory::put);
        definitions.users().forEach(memory::put);
        definitions.accessKeys().forEach(memory::put);
        return memory;
    }

    /** A copy as it will be after the changes. */
    IdentityMemory with(List<IdentityChange> changes) {
        IdentityMemory copy = new IdentityMemory();
        copy.users.putAll(users);
        copy.groups.putAll(groups);
        copy.accessKeys.putAll(accessKeys);
        copy.policies.putAll(policies);
        changes.forEach(change -> change.applyTo(copy));
        return copy;
    }

    NavigableMap<String, User> users() {
        return users;
    }

    NavigableMap<String, Group> groups() {
        return groups;
    }

    NavigableMap<String, AccessKey> accessKeys() {
        return accessKeys;
    }

    NavigableMap<String, Policy> policies() {
        return policies;
    }

    Optional<User> find(UserName name) {
        return Optional.ofNullable(users.get(name.value()));
    }

    User require(UserName name) {
        return find(name).orElseThrow(() -> new UserNotFound(name));
    }

    Group require(GroupName name) {
        return Optional.ofNullable(groups.get(name.value())).orElseThrow(() -> new GroupNotFound(name));
    }

    Policy require(PolicyName name) {
        return Optional.ofNullable(policies.get(name.value())).orElseThrow(() -> new PolicyNotFound(name));
    }

    AccessKey require(UserName user, AccessKeyId id) {
        return Optional.ofNullable(accessKeys.get(id.value()))
                .filter(key -> key.user().equals(user))
                .orElseThrow(() -> new AccessKeyNotFound(id));
    }

    NavigableMap<String, User> membersOf(GroupName group) {
        return only(users, user -> user.groups().contains(group));
    }

    /** A copy; TreeMap's own copying fails when the original changes meanwhile. */
    private static <T> NavigableMap<String, T> only(NavigableMap<String, T> all, Predicate<T> wanted) {
        NavigableMap<String, T> found = new TreeMap<>();
        all.forEach((name, thing) -> {
            if (wanted.test(thing)) {
                found.put(name, thing);
            }
        });
        return found;
    }

    boolean isAttached(PolicyName policy) {
        return users.values().stream().anyMatch(user -> user.policies().contains(policy))
                || groups.values().stream().anyMatch(group -> group.policies().contains(policy));
    }

    NavigableMap<String, AccessKey> accessKeysOf(UserName user) {
        return only(accessKeys, key -> key.user().equals(user));
    }

    /** The documents that apply to the user, directly or through its groups. */
    List<PolicyDocument> documentsOf(User user) {
        List<PolicyDocument> documents = new ArrayList<>();
        user.policies().forEach(name -> add(name, documents));
        for (GroupName group : user.groups()) {
            Optional.ofNullable(groups.get(group.value()))
                    .ifPresent(found -> found.policies().forEach(name -> add(name, documents)));
        }
        return documents;
    }

    private void add(PolicyName name, List<PolicyDocument> documents) {
        Optional.ofNullable(policies.get(name.value())).map(Policy::document).ifPresent(documents::add);
    }

    @Override
    public void put(User user) {
        users.put(user.name().value(), user);
    }

    @Override
    public void delete(UserName name) {
        users.remove(name.value());
        accessKeys.values().removeIf(key -> key.user().equals(name));
    }

    @Override
    public void put(Group group) {
        groups.put(group.name().value(), group);
    }

    @Override
    public void delete(GroupName name) {
        groups.remove(name.value());
    }

    @Override
    public void put(AccessKey key) {
        accessKeys.put(key.id().value(), key);
    }

    @Override
    public void delete(AccessKeyId id) {
        accessKeys.remove(id.value());
    }

    @Override
    public void put(Policy policy) {
        policies.put(policy.name().value(), policy);
    }

    @Override
    public void delete(PolicyName name) {
        policies.remove(name.value());
    }
}
