-- Who asked to get the briefs of a watch by mail, and has yet to confirm it from that address. state: waiting (for the mail to go out), sending, sent,
-- failed, confirmed. confirm_key is what the address at which to confirm ends with.
CREATE TABLE watch_requests (
    id INTEGER PRIMARY KEY,
    watch INTEGER NOT NULL REFERENCES watches (id),
    address TEXT NOT NULL,
    confirm_key TEXT NOT NULL UNIQUE,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    problem TEXT
);
CREATE INDEX watch_requests_by_turn ON watch_requests (next_at) WHERE state = 'waiting';
CREATE INDEX watch_requests_by_watch ON watch_requests (watch, address);
CREATE INDEX watch_requests_by_time ON watch_requests (asked_at);
