-- How long a FIFO topic keeps what is published to it, and since when (milliseconds); empty if it does not.
ALTER TABLE topic_definition ADD COLUMN archive_days INTEGER;
ALTER TABLE topic_definition ADD COLUMN archive_since BIGINT;

-- What FIFO topics keep. The position is the message's place in its topic, about microseconds since 1970; the origin tells
-- a message that is archived again after a crash. The content is a form of our own, since no text column takes every text.
CREATE TABLE archived_message (
    topic TEXT NOT NULL,
    position BIGINT NOT NULL,
    origin TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    size INTEGER NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (topic, position)
);
CREATE UNIQUE INDEX archived_message_by_origin ON archived_message (topic, origin);
CREATE INDEX archived_message_by_time ON archived_message (topic, sent_at);

-- Subscriptions that are given, or were given, what their topic keeps. Positions: the first one that the subscription did
-- not get as it was published, the last one that it got since, and up to where it was held back, empty while it is.
CREATE TABLE subscription_replay (
    subscription TEXT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    token TEXT NOT NULL,
    policy TEXT,
    starting_at BIGINT,
    ending_at BIGINT,
    held_from BIGINT NOT NULL,
    given BIGINT NOT NULL,
    held_through BIGINT,
    failed BOOLEAN NOT NULL
);
