-- What SQS knows of queues and the broker does not. Durations are milliseconds; absent moments are NULL. broker_id tells
-- a queue from an earlier one of the same name.
CREATE TABLE queue_definition (
    name TEXT NOT NULL PRIMARY KEY,
    broker_id BIGINT NOT NULL,
    visibility_timeout BIGINT NOT NULL,
    delay BIGINT NOT NULL,
    receive_wait BIGINT NOT NULL,
    maximum_message_size INTEGER NOT NULL,
    content_based_deduplication BOOLEAN,
    deduplication_scope TEXT,
    throughput_limit TEXT,
    redrive_allow TEXT,
    policy TEXT,
    tags TEXT NOT NULL,
    created_at BIGINT,
    modified_at BIGINT
);

-- A command that was begun and spans broker and database: the columns above as they shall be, and the broker's settings.
CREATE TABLE queue_intent (
    name TEXT NOT NULL PRIMARY KEY,
    broker_id BIGINT NOT NULL,
    visibility_timeout BIGINT NOT NULL,
    delay BIGINT NOT NULL,
    receive_wait BIGINT NOT NULL,
    maximum_message_size INTEGER NOT NULL,
    content_based_deduplication BOOLEAN,
    deduplication_scope TEXT,
    throughput_limit TEXT,
    redrive_allow TEXT,
    policy TEXT,
    tags TEXT NOT NULL,
    created_at BIGINT,
    modified_at BIGINT,
    kind TEXT NOT NULL,
    creator TEXT,
    max_delivery_attempts INTEGER,
    dead_letter_queue TEXT,
    redelivery_delay BIGINT,
    redelivery_multiplier DOUBLE PRECISION,
    max_redelivery_delay BIGINT,
    retention BIGINT
);
