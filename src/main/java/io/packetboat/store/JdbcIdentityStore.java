package io.packetboat.store;

import io.packetboat.identity.AccessKey;
import io.packetboat.identity.AccessKeyId;
import io.packetboat.identity.EncryptedSecret;
import io.packetboat.identity.Group;
import io.packetboat.identity.GroupName;
import io.packetboat.identity.IdentityChange;
import io.packetboat.identity.IdentityStore;
import io.packetboat.identity.PasswordHash;
import io.packetboat.identity.Policy;
import io.packetboat.identity.PolicyName;
import io.packetboat.identity.User;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.PolicyDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Users, groups, access keys and policies in tables. */
public final class JdbcIdentityStore implements IdentityStore {
    private final Database database;

    public JdbcIdentityStore(Database database) {
        this.database = database;
    }

    @Override
    public long version() {
        return database.read(handle -> handle.createQuery("SELECT version FROM identity_version")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Definitions load() {
        return database.read(handle ->
                handle.inTransaction(one -> new Definitions(users(one), groups(one), accessKeys(one), policies(one))));
    }

    @Override
    public boolean apply(List<IdentityChange> changes, long version) {
        return database.writeAndRead(handle -> {
            if (!countOn(handle, version)) {
                return false;
            }
            IdentityTables tables = new IdentityTables(handle);
            changes.forEach(change -> change.applyTo(tables));
            return true;
        });
    }

    /** First of all in the transaction: who comes second waits for the row, and then finds another number. */
    private static boolean countOn(Handle handle, long version) {
        return handle.createUpdate("UPDATE identity_version SET version = version + 1 WHERE version = :version")
                        .bind("version", version)
                        .execute()
                == 1;
    }

    private static List<User> users(Handle handle) {
        Map<String, Set<GroupName>> groups =
                links(handle, "SELECT user_name, group_name FROM group_member", GroupName::new);
        Map<String, Set<PolicyName>> policies =
                links(handle, "SELECT user_name, policy_name FROM user_policy", PolicyName::new);
        return handle.createQuery("SELECT name, password_hash, created_at FROM user_account")
                .map((row, context) -> new User(
                        new UserName(row.getString("name")),
                        new PasswordHash(row.getString("password_hash")),
                        groups.getOrDefault(row.getString("name"), Set.of()),
                        policies.getOrDefault(row.getString("name"), Set.of()),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .list();
    }

    private static List<Group> groups(Handle handle) {
        Map<String, Set<PolicyName>> policies =
                links(handle, "SELECT group_name, policy_name FROM group_policy", PolicyName::new);
        return handle.createQuery("SELECT name, created_at FROM user_group")
                .map((row, context) -> new Group(
                        new GroupName(row.getString("name")),
                        policies.getOrDefault(row.getString("name"), Set.of()),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .list();
    }

    private static List<AccessKey> accessKeys(Handle handle) {
        return handle.createQuery("SELECT id, user_name, secret, active, created_at FROM access_key")
                .map((row, context) -> new AccessKey(
                        new AccessKeyId(row.getString("id")),
                        new UserName(row.getString("user_name")),
                        new EncryptedSecret(row.getString("secret")),
                        row.getBoolean("active"),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .list();
    }

    private static List<Policy> policies(Handle handle) {
        return handle.createQuery("SELECT name, document, changed_at FROM policy")
                .map((row, context) -> new Policy(
                        new PolicyName(row.getString("name")),
                        PolicyDocument.parse(row.getString("document")),
                        Instant.ofEpochMilli(row.getLong("changed_at"))))
                .list();
    }

    /** The second column's values for each value of the first. */
    private static <T> Map<String, Set<T>> links(Handle handle, String sql, Function<String, T> name) {
        Map<String, Set<T>> links = new HashMap<>();
        handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), name.apply(row.getString(2))))
                .forEach(link -> links.computeIfAbsent(link.getKey(), key -> new HashSet<>())
                        .add(link.getValue()));
        return links;
    }
}
