-- Search by words and facets together: one full text over events, with the words of the event's sentence and a token for
-- each facet ("qxzf12" is row 12 of facet_values, "qxzm24290" a month as 12 * year + month - 1, "qxzy2024" a year), so that the engine
-- meets all conditions in one pass. Events that no longer count leave event_facets; their words are passed over.

CREATE TABLE facet_values (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (kind, value)
);
CREATE INDEX facet_values_by_label ON facet_values (kind, folded);

CREATE TABLE event_facets (
    event INTEGER PRIMARY KEY REFERENCES events (id),
    sentence INTEGER NOT NULL REFERENCES sentences (id),
    day INTEGER,
    facets TEXT NOT NULL
);

CREATE VIRTUAL TABLE event_words USING fts5 (words, facets, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
