-- The one key that notifications are signed with: its private half, encrypted with the master key, and its certificate.
CREATE TABLE notification_signing_key (
    id INTEGER NOT NULL PRIMARY KEY,
    private_key TEXT NOT NULL,
    certificate TEXT NOT NULL
);
