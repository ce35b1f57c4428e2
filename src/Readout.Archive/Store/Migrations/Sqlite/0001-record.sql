-- The record. Dates are ISO text (YYYY-MM-DD); "day" columns are day numbers, days since 0001-01-01, for ranges and series.
-- "current" is 1 where a row belongs to the newest revision of its article and to the newest coding of that revision.
-- Spans are UTF-16 code units of the article's text, end exclusive. A list of spans is text: "0-9 15-90".

CREATE TABLE packs (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (hash, version)
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED,
    copy_group INTEGER NOT NULL,
    story INTEGER
);
CREATE INDEX articles_by_copy_group ON articles (copy_group);
CREATE INDEX articles_by_story ON articles (story) WHERE story IS NOT NULL;

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    number INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    raw_hash TEXT NOT NULL,
    given_id TEXT NOT NULL,
    url TEXT,
    source TEXT,
    title TEXT,
    published TEXT,
    language TEXT NOT NULL,
    text_length INTEGER NOT NULL,
    coding INTEGER NOT NULL REFERENCES codings (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (article, number),
    UNIQUE (article, content_hash)
);
CREATE INDEX revisions_by_day ON revisions (published);

CREATE TABLE codings (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions (id),
    pack INTEGER NOT NULL REFERENCES packs (id),
    sentences INTEGER NOT NULL,
    events INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    meetings INTEGER NOT NULL,
    record_hash TEXT NOT NULL,
    record BLOB NOT NULL,
    UNIQUE (revision, pack)
);

CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions (id),
    number INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    current INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX sentences_by_revision ON sentences (revision, number);
CREATE VIEW current_sentences AS SELECT id, text FROM sentences WHERE current = 1;
CREATE VIRTUAL TABLE sentence_words USING fts5 (
    text, content = 'current_sentences', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    reference TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT,
    country TEXT,
    sector TEXT,
    office TEXT
);
CREATE INDEX actors_by_code ON actors (code);
CREATE INDEX actors_by_country ON actors (country);
CREATE INDEX actors_by_reference ON actors (reference);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions (id),
    coding INTEGER NOT NULL REFERENCES codings (id),
    article INTEGER NOT NULL REFERENCES articles (id),
    current INTEGER NOT NULL,
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentences (id),
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    trigger_text TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    contexts TEXT NOT NULL,
    quad INTEGER NOT NULL,
    action TEXT,
    cameo TEXT,
    goldstein REAL,
    plover_score REAL NOT NULL,
    status TEXT NOT NULL,
    status_spans TEXT NOT NULL,
    day INTEGER,
    date_from TEXT,
    date_to TEXT,
    date_granularity TEXT,
    date_unresolved TEXT,
    date_reference TEXT,
    place_name TEXT,
    place_country TEXT,
    place_latitude REAL,
    place_longitude REAL,
    place_start INTEGER,
    place_end INTEGER,
    place_unresolved TEXT,
    frame TEXT NOT NULL,
    confidence REAL NOT NULL,
    happening INTEGER
);
CREATE INDEX events_by_revision ON events (revision);
CREATE INDEX events_by_key ON events (key);
CREATE INDEX events_by_sentence ON events (sentence);
CREATE INDEX events_by_day ON events (day, id) WHERE current = 1;
CREATE INDEX events_by_type ON events (type, day) WHERE current = 1;
CREATE INDEX events_by_happening ON events (happening, id) WHERE happening IS NOT NULL;

-- role: actor, recipient, speaker (whose account it is, innermost first), for (the body that the speaker of that place speaks for).
CREATE TABLE parties (
    event INTEGER NOT NULL REFERENCES events (id),
    role TEXT NOT NULL,
    place INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (id),
    mention INTEGER NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    mention_text TEXT NOT NULL,
    PRIMARY KEY (event, role, place)
) WITHOUT ROWID;
CREATE INDEX parties_by_actor ON parties (actor, role, event);

CREATE TABLE attributions (
    event INTEGER NOT NULL REFERENCES events (id),
    place INTEGER NOT NULL,
    quote TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    stance TEXT,
    PRIMARY KEY (event, place)
) WITHOUT ROWID;

-- kind: dead, injured, detained, participants.
CREATE TABLE sizes (
    event INTEGER NOT NULL REFERENCES events (id),
    kind TEXT NOT NULL,
    at_least INTEGER,
    at_most INTEGER,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (event, kind)
) WITHOUT ROWID;

-- One row for each unordered pair of codes between which a current event with a day runs; low < high, ordinally.
-- direction: 1 low acts on high, 2 high acts on low, 3 both. status and quad as numbers of the record's closed sets.
CREATE TABLE dyads (
    low TEXT NOT NULL,
    high TEXT NOT NULL,
    day INTEGER NOT NULL,
    event INTEGER NOT NULL REFERENCES events (id),
    direction INTEGER NOT NULL,
    status INTEGER NOT NULL,
    quad INTEGER NOT NULL,
    goldstein REAL,
    plover_score REAL NOT NULL,
    happening INTEGER,
    PRIMARY KEY (low, high, day, event)
) WITHOUT ROWID;
CREATE INDEX dyads_by_event ON dyads (event);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions (id),
    coding INTEGER NOT NULL REFERENCES codings (id),
    current INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    stance TEXT,
    parent TEXT,
    speaker INTEGER REFERENCES actors (id),
    speaker_start INTEGER,
    speaker_end INTEGER,
    body INTEGER REFERENCES actors (id),
    source_spans TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    content_spans TEXT NOT NULL
);
CREATE INDEX quotes_by_revision ON quotes (revision);
CREATE INDEX quotes_by_speaker ON quotes (speaker);

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions (id),
    coding INTEGER NOT NULL REFERENCES codings (id),
    current INTEGER NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    level TEXT,
    date_from TEXT,
    date_to TEXT,
    place_name TEXT,
    place_country TEXT,
    place_latitude REAL,
    place_longitude REAL,
    place_start INTEGER,
    place_end INTEGER,
    place_unresolved TEXT
);
CREATE INDEX meetings_by_revision ON meetings (revision);
CREATE INDEX meetings_by_day ON meetings (date_from) WHERE current = 1;

-- role: party, absent.
CREATE TABLE meeting_parties (
    meeting INTEGER NOT NULL REFERENCES meetings (id),
    role TEXT NOT NULL,
    place INTEGER NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (id),
    mention INTEGER NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    mention_text TEXT NOT NULL,
    PRIMARY KEY (meeting, role, place)
) WITHOUT ROWID;
CREATE INDEX meeting_parties_by_actor ON meeting_parties (actor);

CREATE TABLE meeting_events (
    meeting INTEGER NOT NULL REFERENCES meetings (id),
    event INTEGER NOT NULL REFERENCES events (id),
    PRIMARY KEY (meeting, event)
) WITHOUT ROWID;
CREATE INDEX meeting_events_by_event ON meeting_events (event);

-- Operation, not record: how far each input has been read. The position is the input's own, committed with its articles.
CREATE TABLE inputs (
    name TEXT NOT NULL PRIMARY KEY,
    position TEXT NOT NULL
) WITHOUT ROWID;
