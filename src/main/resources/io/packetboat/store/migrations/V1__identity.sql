-- Moments are milliseconds since 1970. One script serves SQLite and PostgreSQL.
CREATE TABLE policy (
    name TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE user_group (
    name TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL
);

CREATE TABLE user_account (
    name TEXT NOT NULL PRIMARY KEY,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE access_key (
    id TEXT NOT NULL PRIMARY KEY,
    user_name TEXT NOT NULL REFERENCES user_account (name) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX access_key_user ON access_key (user_name);

CREATE TABLE group_member (
    user_name TEXT NOT NULL REFERENCES user_account (name) ON DELETE CASCADE,
    group_name TEXT NOT NULL REFERENCES user_group (name),
    PRIMARY KEY (user_name, group_name)
);
CREATE INDEX group_member_group ON group_member (group_name);

CREATE TABLE user_policy (
    user_name TEXT NOT NULL REFERENCES user_account (name) ON DELETE CASCADE,
    policy_name TEXT NOT NULL REFERENCES policy (name),
    PRIMARY KEY (user_name, policy_name)
);
CREATE INDEX user_policy_policy ON user_policy (policy_name);

CREATE TABLE group_policy (
    group_name TEXT NOT NULL REFERENCES user_group (name) ON DELETE CASCADE,
    policy_name TEXT NOT NULL REFERENCES policy (name),
    PRIMARY KEY (group_name, policy_name)
);
CREATE INDEX group_policy_policy ON group_policy (policy_name);
