package io.packetboat.store;

import io.packetboat.identity.AccessKey;
import io.packetboat.identity.AccessKeyId;
import io.packetboat.identity.Group;
import io.packetboat.identity.GroupName;
import io.packetboat.identity.IdentityChange;
import io.packetboat.identity.Policy;
import io.packetboat.identity.PolicyName;
import io.packetboat.identity.User;
import io.packetboat.kernel.UserName;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Carries changes of identity out within one transaction. */
record IdentityTables(Handle handle) implements IdentityChange.Target {

    @Override
    public void put(User user) {
        String name = user.name().value();
        handle.createUpdate("""
                        INSERT INTO user_account (name, password_hash, created_at) VALUES (:name, :hash, :created)
                        ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash
                        """)
                .bind("name", name)
                .bind("hash", user.password().encoded())
                .bind("created", user.createdAt().toEpochMilli())
                .execute();
        replaceLinks("group_member", "user_name", "group_name", name, user.groups());
        replaceLinks("user_policy", "user_name", "policy_name", name, user.policies());
    }

    @Override
    public void delete(UserName name) {
        delete("user_account", "name", name);
    }

    @Override
    public void put(Group group) {
        String name = group.name().value();
        handle.createUpdate("""
                        INSERT INTO user_group (name, created_at) VALUES (:name, :created)
                        ON CONFLICT (name) DO NOTHING
                        """)
                .bind("name", name)
                .bind("created", group.createdAt().toEpochMilli())
                .execute();
        replaceLinks("group_policy", "group_name", "policy_name", name, group.policies());
    }

    @Override
    public void delete(GroupName name) {
        delete("user_group", "name", name);
    }

    @Override
    public void put(AccessKey key) {
        handle.createUpdate("""
                        INSERT INTO access_key (id, user_name, secret, active, created_at)
                        VALUES (:id, :user, :secret, :active, :created)
                        ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, active = excluded.active
                        """)
                .bind("id", key.id().value())
                .bind("user", key.user().value())
                .bind("secret", key.secret().encoded())
                .bind("active", key.active())
                .bind("created", key.createdAt().toEpochMilli())
                .execute();
    }

    @Override
    public void delete(AccessKeyId id) {
        delete("access_key", "id", id);
    }

    @Override
    public void put(Policy policy) {
        handle.createUpdate("""
                        INSERT INTO policy (name, document, changed_at) VALUES (:name, :document, :changed)
                        ON CONFLICT (name) DO UPDATE
                        SET document = excluded.document, changed_at = excluded.changed_at
                        """)
                .bind("name", policy.name().value())
                .bind("document", policy.document().text())
                .bind("changed", policy.changedAt().toEpochMilli())
                .execute();
    }

    @Override
    public void delete(PolicyName name) {
        delete("policy", "name", name);
    }

    /** Table and columns are constants of this class, never input. */
    private void delete(String table, String column, Object key) {
        handle.createUpdate("DELETE FROM " + table + " WHERE " + column + " = :key")
                .bind("key", key.toString())
                .execute();
    }

    private void replaceLinks(String table, String owner, String linked, String name, Set<?> names) {
        delete(table, owner, name);
        if (names.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO " + table + " (" + owner + ", " + linked + ") VALUES (:owner, :linked)");
        names.forEach(link ->
                batch.bind("owner", name).bind("linked", link.toString()).add());
        batch.execute();
    }
}
