-- The record. Dates are ISO text (YYYY-MM-DD); "day" columns are day numbers, days since 0001-01-01, for ranges and series.
-- "current" is 1 where a row belongs to the newest revision of its article and to the newest coding of that revision.
-- Spans are UTF-16 code units of the article's text, end exclusive. A list of spans is text: "0-9 15-90".

CREATE TABLE packs (
    id BIGINT PRIMARY KEY,
    version TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    UNIQUE (hash, version)
);

CREATE TABLE articles (
    id BIGINT PRIMARY KEY,
    identity TEXT COLLATE "C" NOT NULL UNIQUE,
    revision BIGINT NOT NULL,
    copy_group BIGINT NOT NULL,
    story BIGINT
);
CREATE INDEX articles_by_copy_group ON articles (copy_group);
CREATE INDEX articles_by_story ON articles (story) WHERE story IS NOT NULL;

CREATE TABLE revisions (
    id BIGINT PRIMARY KEY,
    article BIGINT NOT NULL REFERENCES articles (id),
    number BIGINT NOT NULL,
    content_hash TEXT COLLATE "C" NOT NULL,
    raw_hash TEXT COLLATE "C" NOT NULL,
    given_id TEXT COLLATE "C" NOT NULL,
    url TEXT COLLATE "C",
    source TEXT COLLATE "C",
    title TEXT COLLATE "C",
    published TEXT COLLATE "C",
    language TEXT COLLATE "C" NOT NULL,
    text_length BIGINT NOT NULL,
    coding BIGINT NOT NULL,
    UNIQUE (article, number),
    UNIQUE (article, content_hash)
);
CREATE INDEX revisions_by_day ON revisions (published);

CREATE TABLE codings (
    id BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL REFERENCES revisions (id),
    pack BIGINT NOT NULL REFERENCES packs (id),
    sentences BIGINT NOT NULL,
    events BIGINT NOT NULL,
    quotes BIGINT NOT NULL,
    meetings BIGINT NOT NULL,
    record_hash TEXT COLLATE "C" NOT NULL,
    record BYTEA NOT NULL,
    UNIQUE (revision, pack)
);

CREATE TABLE sentences (
    id BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL REFERENCES revisions (id),
    number BIGINT NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    current BIGINT NOT NULL,
    text TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sentences_by_revision ON sentences (revision, number);
ALTER TABLE sentences ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', left(text, 100000))) STORED;
CREATE VIEW current_sentences AS SELECT id, text FROM sentences WHERE current = 1;
CREATE INDEX sentence_words ON sentences USING GIN (words) WHERE current = 1;

CREATE TABLE actors (
    id BIGINT PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL UNIQUE,
    reference TEXT COLLATE "C",
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C",
    country TEXT COLLATE "C",
    sector TEXT COLLATE "C",
    office TEXT COLLATE "C"
);
CREATE INDEX actors_by_code ON actors (code);
CREATE INDEX actors_by_country ON actors (country);
CREATE INDEX actors_by_reference ON actors (reference);

CREATE TABLE events (
    id BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL REFERENCES revisions (id),
    coding BIGINT NOT NULL REFERENCES codings (id),
    article BIGINT NOT NULL REFERENCES articles (id),
    current BIGINT NOT NULL,
    number BIGINT NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    sentence BIGINT NOT NULL REFERENCES sentences (id),
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    trigger_start BIGINT NOT NULL,
    trigger_end BIGINT NOT NULL,
    trigger_text TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    mode TEXT COLLATE "C",
    contexts TEXT COLLATE "C" NOT NULL,
    quad BIGINT NOT NULL,
    action TEXT COLLATE "C",
    cameo TEXT COLLATE "C",
    goldstein DOUBLE PRECISION,
    plover_score DOUBLE PRECISION NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    status_spans TEXT COLLATE "C" NOT NULL,
    day BIGINT,
    date_from TEXT COLLATE "C",
    date_to TEXT COLLATE "C",
    date_granularity TEXT COLLATE "C",
    date_unresolved TEXT COLLATE "C",
    date_reference TEXT COLLATE "C",
    place_name TEXT COLLATE "C",
    place_country TEXT COLLATE "C",
    place_latitude DOUBLE PRECISION,
    place_longitude DOUBLE PRECISION,
    place_start BIGINT,
    place_end BIGINT,
    place_unresolved TEXT COLLATE "C",
    frame TEXT COLLATE "C" NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    happening BIGINT
);
CREATE INDEX events_by_revision ON events (revision);
CREATE INDEX events_by_key ON events (key);
CREATE INDEX events_by_sentence ON events (sentence);
CREATE INDEX events_by_day ON events (day, id) WHERE current = 1;
CREATE INDEX events_by_type ON events (type, day) WHERE current = 1;
CREATE INDEX events_by_happening ON events (happening, id) WHERE happening IS NOT NULL;

-- role: actor, recipient, speaker (whose account it is, innermost first), for (the body that the speaker of that place speaks for).
CREATE TABLE parties (
    event BIGINT NOT NULL REFERENCES events (id),
    role TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    actor BIGINT NOT NULL REFERENCES actors (id),
    mention BIGINT NOT NULL,
    mention_start BIGINT NOT NULL,
    mention_end BIGINT NOT NULL,
    mention_text TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (event, role, place)
);
CREATE INDEX parties_by_actor ON parties (actor, role, event);

CREATE TABLE attributions (
    event BIGINT NOT NULL REFERENCES events (id),
    place BIGINT NOT NULL,
    quote TEXT COLLATE "C",
    cue_start BIGINT,
    cue_end BIGINT,
    stance TEXT COLLATE "C",
    PRIMARY KEY (event, place)
);

-- kind: dead, injured, detained, participants.
CREATE TABLE sizes (
    event BIGINT NOT NULL REFERENCES events (id),
    kind TEXT COLLATE "C" NOT NULL,
    at_least BIGINT,
    at_most BIGINT,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    PRIMARY KEY (event, kind)
);

-- One row for each unordered pair of codes between which a current event with a day runs; low < high, ordinally.
-- direction: 1 low acts on high, 2 high acts on low, 3 both. status and quad as numbers of the record's closed sets.
CREATE TABLE dyads (
    low TEXT COLLATE "C" NOT NULL,
    high TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    event BIGINT NOT NULL REFERENCES events (id),
    direction BIGINT NOT NULL,
    status BIGINT NOT NULL,
    quad BIGINT NOT NULL,
    goldstein DOUBLE PRECISION,
    plover_score DOUBLE PRECISION NOT NULL,
    happening BIGINT,
    PRIMARY KEY (low, high, day, event)
);
CREATE INDEX dyads_by_event ON dyads (event);

CREATE TABLE quotes (
    id BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL REFERENCES revisions (id),
    coding BIGINT NOT NULL REFERENCES codings (id),
    current BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    stance TEXT COLLATE "C",
    parent TEXT COLLATE "C",
    speaker BIGINT REFERENCES actors (id),
    speaker_start BIGINT,
    speaker_end BIGINT,
    body BIGINT REFERENCES actors (id),
    source_spans TEXT COLLATE "C" NOT NULL,
    cue_spans TEXT COLLATE "C" NOT NULL,
    content_spans TEXT COLLATE "C" NOT NULL
);
CREATE INDEX quotes_by_revision ON quotes (revision);
CREATE INDEX quotes_by_speaker ON quotes (speaker);

CREATE TABLE meetings (
    id BIGINT PRIMARY KEY,
    revision BIGINT NOT NULL REFERENCES revisions (id),
    coding BIGINT NOT NULL REFERENCES codings (id),
    current BIGINT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    level TEXT COLLATE "C",
    date_from TEXT COLLATE "C",
    date_to TEXT COLLATE "C",
    place_name TEXT COLLATE "C",
    place_country TEXT COLLATE "C",
    place_latitude DOUBLE PRECISION,
    place_longitude DOUBLE PRECISION,
    place_start BIGINT,
    place_end BIGINT,
    place_unresolved TEXT COLLATE "C"
);
CREATE INDEX meetings_by_revision ON meetings (revision);
CREATE INDEX meetings_by_day ON meetings (date_from) WHERE current = 1;

-- role: party, absent.
CREATE TABLE meeting_parties (
    meeting BIGINT NOT NULL REFERENCES meetings (id),
    role TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL,
    actor BIGINT NOT NULL REFERENCES actors (id),
    mention BIGINT NOT NULL,
    mention_start BIGINT NOT NULL,
    mention_end BIGINT NOT NULL,
    mention_text TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (meeting, role, place)
);
CREATE INDEX meeting_parties_by_actor ON meeting_parties (actor);

CREATE TABLE meeting_events (
    meeting BIGINT NOT NULL REFERENCES meetings (id),
    event BIGINT NOT NULL REFERENCES events (id),
    PRIMARY KEY (meeting, event)
);
CREATE INDEX meeting_events_by_event ON meeting_events (event);

-- Operation, not record: how far each input has been read. The position is the input's own, committed with its articles.
CREATE TABLE inputs (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    position TEXT COLLATE "C" NOT NULL
);

ALTER TABLE articles ADD FOREIGN KEY (revision) REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE revisions ADD FOREIGN KEY (coding) REFERENCES codings (id) DEFERRABLE INITIALLY DEFERRED;
-- The record is compressed already.
ALTER TABLE codings ALTER COLUMN record SET STORAGE EXTERNAL;
