-- Operation, not record. Times are ISO 8601 in UTC, to the second.

-- state: active, gone (the server said so for good), paused (by a person).
CREATE TABLE feeds (
    address TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    title TEXT COLLATE "C",
    state TEXT COLLATE "C" NOT NULL,
    added_at TEXT COLLATE "C" NOT NULL,
    next_at TEXT COLLATE "C" NOT NULL,
    checked_at TEXT COLLATE "C",
    changed_at TEXT COLLATE "C",
    etag TEXT COLLATE "C",
    last_modified TEXT COLLATE "C",
    failures BIGINT NOT NULL,
    problem TEXT COLLATE "C",
    articles BIGINT NOT NULL
);
CREATE INDEX feeds_by_turn ON feeds (next_at) WHERE state = 'active';

-- What became of the addresses that feeds, sitemaps and lists gave: kept, refused (asking again would not help), failed.
-- changed is what the list said of the last change, verbatim.
CREATE TABLE links (
    address TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    changed TEXT COLLATE "C",
    state TEXT COLLATE "C" NOT NULL,
    problem TEXT COLLATE "C",
    attempts BIGINT NOT NULL,
    tried_at TEXT COLLATE "C" NOT NULL
);
