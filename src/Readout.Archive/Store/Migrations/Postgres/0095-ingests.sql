-- What the desk read last, and what came of it. Operation, not record. state: done, stopped, failed. Times are ISO 8601 in UTC; refusals and notes
-- are arrays of JSON.
CREATE TABLE ingests (
    id BIGINT PRIMARY KEY,
    what TEXT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    line TEXT NOT NULL,
    articles BIGINT NOT NULL,
    added BIGINT NOT NULL,
    revised BIGINT NOT NULL,
    known BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    refusals TEXT NOT NULL,
    notes TEXT NOT NULL,
    started_at TEXT COLLATE "C" NOT NULL,
    ended_at TEXT COLLATE "C" NOT NULL
);
