-- The id grows with the time of recording (microseconds since 1970), so retention and paging need no second index.
CREATE TABLE audit_record (
    id BIGINT NOT NULL PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    user_name TEXT NOT NULL,
    source TEXT NOT NULL,
    door TEXT NOT NULL,
    action TEXT NOT NULL,
    resource TEXT NOT NULL,
    outcome TEXT NOT NULL,
    failure TEXT NOT NULL
);
