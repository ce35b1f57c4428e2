-- What people said of events: a log that only grows. fields is a JSON object of text. before_text and after_text are the words around the trigger, by
-- which it is found again in a changed text. made_at is UTC. How each stands now is in correction_results, which is derived.

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    revision INTEGER NOT NULL REFERENCES revisions (id),
    event_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_text TEXT NOT NULL,
    before_text TEXT NOT NULL,
    after_text TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX corrections_by_article ON corrections (article, id);

CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;
CREATE TRIGGER corrections_remain BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'the log of corrections only grows'); END;

CREATE TABLE correction_results (
    correction INTEGER PRIMARY KEY REFERENCES corrections (id),
    revision INTEGER NOT NULL REFERENCES revisions (id),
    event_key TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX correction_results_by_key ON correction_results (event_key);
