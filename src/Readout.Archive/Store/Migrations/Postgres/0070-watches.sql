-- Saved questions and what they yielded. Operation, not record. Times are ISO 8601 in UTC, to the second.
-- question and readings are JSON; rhythm is "daily 6", "weekly monday 6" or "move". A period ends at covered_to; events and codings up to event_mark and
-- coding_mark were looked at, null before the first brief. feed_key opens the Atom feed and the calendar without a password.
CREATE TABLE watches (
    id BIGINT PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    rhythm TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    made_by TEXT COLLATE "C" NOT NULL,
    made_at TEXT COLLATE "C" NOT NULL,
    feed_key TEXT COLLATE "C" NOT NULL UNIQUE,
    next_at TEXT COLLATE "C" NOT NULL,
    covered_to TEXT COLLATE "C",
    event_mark BIGINT,
    coding_mark BIGINT,
    readings TEXT COLLATE "C" NOT NULL
);
CREATE INDEX watches_by_turn ON watches (next_at) WHERE state = 'active';

-- body is the brief as JSON. A period of a watch has one brief.
CREATE TABLE watch_briefs (
    id BIGINT PRIMARY KEY,
    watch BIGINT NOT NULL REFERENCES watches (id),
    period_from TEXT COLLATE "C" NOT NULL,
    period_to TEXT COLLATE "C" NOT NULL,
    made_at TEXT COLLATE "C" NOT NULL,
    news BIGINT NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    UNIQUE (watch, period_to)
);

-- state: active, left. leave_key is what the address at which to unsubscribe ends with.
CREATE TABLE watch_subscribers (
    id BIGINT PRIMARY KEY,
    watch BIGINT NOT NULL REFERENCES watches (id),
    address TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    leave_key TEXT COLLATE "C" NOT NULL UNIQUE,
    since TEXT COLLATE "C" NOT NULL,
    UNIQUE (watch, address)
);

-- state: waiting, sending, sent, failed, unsure (the program ended while it was being sent), withdrawn (the reader left).
CREATE TABLE watch_mails (
    brief BIGINT NOT NULL REFERENCES watch_briefs (id),
    subscriber BIGINT NOT NULL REFERENCES watch_subscribers (id),
    state TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    next_at TEXT COLLATE "C" NOT NULL,
    tried_at TEXT COLLATE "C",
    problem TEXT COLLATE "C",
    PRIMARY KEY (brief, subscriber)
);
CREATE INDEX watch_mails_by_turn ON watch_mails (next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX watch_mails_by_subscriber ON watch_mails (subscriber);
