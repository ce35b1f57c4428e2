-- What people said of events: a log that only grows. fields is a JSON object of text. before_text and after_text are the words around the trigger, by
-- which it is found again in a changed text. made_at is UTC. How each stands now is in correction_results, which is derived.

CREATE TABLE corrections (
    id BIGINT PRIMARY KEY,
    article BIGINT NOT NULL REFERENCES articles (id),
    revision BIGINT NOT NULL REFERENCES revisions (id),
    event_key TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    fields TEXT COLLATE "C" NOT NULL,
    trigger_start BIGINT NOT NULL,
    trigger_text TEXT COLLATE "C" NOT NULL,
    before_text TEXT COLLATE "C" NOT NULL,
    after_text TEXT COLLATE "C" NOT NULL,
    made_by TEXT COLLATE "C" NOT NULL,
    made_at TEXT COLLATE "C" NOT NULL,
    why TEXT COLLATE "C" NOT NULL
);
CREATE INDEX corrections_by_article ON corrections (article, id);

CREATE FUNCTION corrections_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log of corrections only grows'; END $$;
CREATE TRIGGER corrections_stay BEFORE UPDATE OR DELETE ON corrections FOR EACH ROW EXECUTE FUNCTION corrections_stay();

CREATE TABLE correction_results (
    correction BIGINT PRIMARY KEY REFERENCES corrections (id),
    revision BIGINT NOT NULL REFERENCES revisions (id),
    event_key TEXT COLLATE "C",
    outcome TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL
);
CREATE INDEX correction_results_by_key ON correction_results (event_key);
