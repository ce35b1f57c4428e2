-- Search by words and facets together: one full text over events, with the words of the event's sentence and a token for
-- each facet ("qxzf12" is row 12 of facet_values, "qxzm24290" a month as 12 * year + month - 1, "qxzy2024" a year), so that the engine
-- meets all conditions in one pass. Events that no longer count leave event_facets; their words are passed over.

CREATE TABLE facet_values (
    id BIGINT PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    folded TEXT COLLATE "C" NOT NULL,
    UNIQUE (kind, value)
);
CREATE INDEX facet_values_by_label ON facet_values (kind, folded);

CREATE TABLE event_facets (
    event BIGINT PRIMARY KEY REFERENCES events (id),
    sentence BIGINT NOT NULL REFERENCES sentences (id),
    day BIGINT,
    facets TEXT COLLATE "C" NOT NULL,
    words TSVECTOR
);
CREATE INDEX event_words ON event_facets USING GIN (words);
CREATE INDEX event_facets_to_come ON event_facets (event) WHERE words IS NULL;
