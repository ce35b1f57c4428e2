-- What the desk read last, and what came of it. Operation, not record. state: done, stopped, failed. Times are ISO 8601 in UTC; refusals and notes
-- are arrays of JSON.
CREATE TABLE ingests (
    id INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    line TEXT NOT NULL,
    articles INTEGER NOT NULL,
    added INTEGER NOT NULL,
    revised INTEGER NOT NULL,
    known INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    refusals TEXT NOT NULL,
    notes TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT NOT NULL
);
