-- Searches that readers of the desk keep. Operation, not record. query is the query string of the search page, made canonical; made_at is ISO 8601 in UTC.
CREATE TABLE saved_searches (
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (owner, name)
);
