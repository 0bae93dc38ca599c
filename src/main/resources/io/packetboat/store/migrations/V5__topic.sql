-- What SNS knows of topics and the broker does not. The state says what is to become of a topic, so that a command that was
-- interrupted can be finished.
CREATE TABLE topic_definition (
    name TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    display_name TEXT NOT NULL,
    policy TEXT,
    delivery_policy TEXT,
    signature_version INTEGER NOT NULL,
    content_based_deduplication BOOLEAN,
    throughput_scope TEXT,
    tags TEXT NOT NULL,
    subscriptions_deleted BIGINT NOT NULL
);

-- SNS's subscriptions: up to millions of a topic. policy_key is what equal filter policies share, empty without a policy.
CREATE TABLE subscription (
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
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX subscription_by_endpoint ON subscription (topic, protocol, endpoint);
CREATE INDEX subscription_by_policy ON subscription (topic, policy_key, id);
CREATE INDEX subscription_pending ON subscription (topic, created_at) WHERE confirmation = 'PENDING';

-- The distinct filter policies of a topic's confirmed subscriptions with their number, so that nobody has to count or read
-- the subscriptions for them.
CREATE TABLE subscription_policy (
    topic TEXT NOT NULL,
    policy_key TEXT NOT NULL,
    filter_scope TEXT NOT NULL,
    filter TEXT,
    subscriptions BIGINT NOT NULL,
    PRIMARY KEY (topic, policy_key)
);

-- Hashes of the tokens that pending subscriptions can be confirmed with.
CREATE TABLE confirmation_token (
    hash TEXT NOT NULL PRIMARY KEY,
    subscription TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
