package io.packetboat.identity;

import io.packetboat.kernel.UserName;

/** One change of a definition, decided before it is stored; a put replaces what has the same name. */
public sealed interface IdentityChange {

    /** Calls the one method of the target that carries this change out. */
    void applyTo(Target target);

    /** Whatever holds definitions: the database's transaction, or memory. */
    interface Target {
        void put(User user);

        /** Deletes the user and its access keys. */
        void delete(UserName name);

        void put(Group group);

        void delete(GroupName name);

        void put(AccessKey key);

        void delete(AccessKeyId id);

        void put(Policy policy);

        void delete(PolicyName name);
    }

    record PutUser(User user) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.put(user);
        }
    }

    record DeleteUser(UserName name) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.delete(name);
        }
    }

    record PutGroup(Group group) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.put(group);
        }
    }

    record DeleteGroup(GroupName name) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.delete(name);
        }
    }

    record PutAccessKey(AccessKey key) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.put(key);
        }
    }

    record DeleteAccessKey(AccessKeyId id) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.delete(id);
        }
    }

    record PutPolicy(Policy policy) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.put(policy);
        }
    }

    record DeletePolicy(PolicyName name) implements IdentityChange {
        @Override
        public void applyTo(Target target) {
            target.delete(name);
        }
    }
}
