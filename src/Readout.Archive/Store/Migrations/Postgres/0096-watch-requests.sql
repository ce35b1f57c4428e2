-- Who asked to get the briefs of a watch by mail, and has yet to confirm it from that address. state: waiting (for the mail to go out), sending, sent,
-- failed, confirmed. confirm_key is what the address at which to confirm ends with.
CREATE TABLE watch_requests (
    id BIGINT PRIMARY KEY,
    watch BIGINT NOT NULL REFERENCES watches (id),
    address TEXT COLLATE "C" NOT NULL,
    confirm_key TEXT COLLATE "C" NOT NULL UNIQUE,
    asked_by TEXT COLLATE "C" NOT NULL,
    asked_at TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    next_at TEXT COLLATE "C" NOT NULL,
    problem TEXT
);
CREATE INDEX watch_requests_by_turn ON watch_requests (next_at) WHERE state = 'waiting';
CREATE INDEX watch_requests_by_watch ON watch_requests (watch, address);
CREATE INDEX watch_requests_by_time ON watch_requests (asked_at);
