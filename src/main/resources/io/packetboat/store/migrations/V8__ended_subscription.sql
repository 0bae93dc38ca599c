-- Subscriptions that are over and whose endpoints were told so, with the hash of the token that brings them back until then.
CREATE TABLE ended_subscription (
    id TEXT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    protocol TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    owner TEXT NOT NULL,
    confirmation TEXT NOT NULL,
    raw BOOLEAN NOT NULL,
    filter_scope TEXT NOT NULL,
    filter TEXT,
    policy_key TEXT NOT NULL,
    delivery_policy TEXT,
    dead_letter_queue TEXT,
    created_at BIGINT NOT NULL,
    hash TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX ended_subscription_by_hash ON ended_subscription (hash);
