-- The last tasks that move messages out of each dead-letter queue. started_at is in milliseconds; no destination means
-- that every message returns to where it came from.
CREATE TABLE queue_move_task (
    handle TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    destination TEXT,
    wanted_rate INTEGER,
    state TEXT NOT NULL,
    moved BIGINT NOT NULL,
    to_move BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    failure TEXT
);
