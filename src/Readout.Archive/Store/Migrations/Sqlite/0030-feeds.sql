-- Operation, not record. Times are ISO 8601 in UTC, to the second.

-- state: active, gone (the server said so for good), paused (by a person).
CREATE TABLE feeds (
    address TEXT NOT NULL PRIMARY KEY,
    title TEXT,
    state TEXT NOT NULL,
    added_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    checked_at TEXT,
    changed_at TEXT,
    etag TEXT,
    last_modified TEXT,
    failures INTEGER NOT NULL,
    problem TEXT,
    articles INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX feeds_by_turn ON feeds (next_at) WHERE state = 'active';

-- What became of the addresses that feeds, sitemaps and lists gave: kept, refused (asking again would not help), failed.
-- changed is what the list said of the last change, verbatim.
CREATE TABLE links (
    address TEXT NOT NULL PRIMARY KEY,
    changed TEXT,
    state TEXT NOT NULL,
    problem TEXT,
    attempts INTEGER NOT NULL,
    tried_at TEXT NOT NULL
) WITHOUT ROWID;
