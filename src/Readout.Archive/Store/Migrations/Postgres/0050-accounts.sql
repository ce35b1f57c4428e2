-- The web desk's own state, not record. Times are ISO 8601 in UTC, to the second.

-- role: reader, editor. password is a salted hash with its parameters.
CREATE TABLE accounts (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    role TEXT COLLATE "C" NOT NULL,
    password TEXT COLLATE "C" NOT NULL,
    made_at TEXT COLLATE "C" NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- hash is the SHA-256 of what the browser holds.
CREATE TABLE sessions (
    hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (name),
    begun_at TEXT COLLATE "C" NOT NULL,
    seen_at TEXT COLLATE "C" NOT NULL,
    ends_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account);

-- hash is the SHA-256 of what the program holds. Scopes are parted by blanks.
CREATE TABLE api_tokens (
    id BIGINT PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL UNIQUE,
    reader TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    scopes TEXT COLLATE "C" NOT NULL,
    made_at TEXT COLLATE "C" NOT NULL,
    used_at TEXT COLLATE "C",
    ends_at TEXT COLLATE "C"
);
CREATE INDEX api_tokens_by_reader ON api_tokens (reader, id);

-- Up to which revision a reader has seen what came.
CREATE TABLE last_looks (
    reader TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    looked_at TEXT COLLATE "C" NOT NULL
);
