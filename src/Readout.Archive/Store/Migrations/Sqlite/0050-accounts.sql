-- The web desk's own state, not record. Times are ISO 8601 in UTC, to the second.

-- role: reader, editor. password is a salted hash with its parameters.
CREATE TABLE accounts (
    name TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) WITHOUT ROWID;

-- hash is the SHA-256 of what the browser holds.
CREATE TABLE sessions (
    hash TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (name),
    begun_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ends_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account);

-- hash is the SHA-256 of what the program holds. Scopes are parted by blanks.
CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    reader TEXT NOT NULL,
    label TEXT NOT NULL,
    scopes TEXT NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT,
    ends_at TEXT
);
CREATE INDEX api_tokens_by_reader ON api_tokens (reader, id);

-- Up to which revision a reader has seen what came.
CREATE TABLE last_looks (
    reader TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL,
    looked_at TEXT NOT NULL
) WITHOUT ROWID;
