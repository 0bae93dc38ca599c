-- One row that counts the changes of all other tables of identity, so that each node notices those of others.
CREATE TABLE identity_version (
    version BIGINT NOT NULL
);
INSERT INTO identity_version (version) VALUES (0);
