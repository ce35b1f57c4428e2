-- Saved questions and what they yielded. Operation, not record. Times are ISO 8601 in UTC, to the second.
-- question and readings are JSON; rhythm is "daily 6", "weekly monday 6" or "move". A period ends at covered_to; events and codings up to event_mark and
-- coding_mark were looked at, null before the first brief. feed_key opens the Atom feed and the calendar without a password.
CREATE TABLE watches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    state TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    feed_key TEXT NOT NULL UNIQUE,
    next_at TEXT NOT NULL,
    covered_to TEXT,
    event_mark INTEGER,
    coding_mark INTEGER,
    readings TEXT NOT NULL
);
CREATE INDEX watches_by_turn ON watches (next_at) WHERE state = 'active';

-- body is the brief as JSON. A period of a watch has one brief.
CREATE TABLE watch_briefs (
    id INTEGER PRIMARY KEY,
    watch INTEGER NOT NULL REFERENCES watches (id),
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    made_at TEXT NOT NULL,
    news INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (watch, period_to)
);

-- state: active, left. leave_key is what the address at which to unsubscribe ends with.
CREATE TABLE watch_subscribers (
    id INTEGER PRIMARY KEY,
    watch INTEGER NOT NULL REFERENCES watches (id),
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    leave_key TEXT NOT NULL UNIQUE,
    since TEXT NOT NULL,
    UNIQUE (watch, address)
);

-- state: waiting, sending, sent, failed, unsure (the program ended while it was being sent), withdrawn (the reader left).
CREATE TABLE watch_mails (
    brief INTEGER NOT NULL REFERENCES watch_briefs (id),
    subscriber INTEGER NOT NULL REFERENCES watch_subscribers (id),
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    tried_at TEXT,
    problem TEXT,
    PRIMARY KEY (brief, subscriber)
) WITHOUT ROWID;
CREATE INDEX watch_mails_by_turn ON watch_mails (next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX watch_mails_by_subscriber ON watch_mails (subscriber);
