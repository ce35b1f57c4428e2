-- What is compared over articles as they are kept: copies, stories, happenings, followed meetings. All of it follows from the record and the order in which
-- it came. Terms, bands and keys are hashes. "day" columns are day numbers, days since 0001-01-01; weeks are days / 7, -1 where there is no day.

-- The latest articles of a band of the MinHash sketch of their bodies.
CREATE TABLE copy_bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (band, article)
) WITHOUT ROWID;

-- In how many articles a term stands; term 0 counts the articles.
CREATE TABLE story_words (
    term INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
);

-- A story has the number of the article that it began with. The vector: 24 bytes a term (term, weight, articles, names; little endian).
CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    vector BLOB NOT NULL
);

CREATE TABLE story_members (
    article INTEGER PRIMARY KEY REFERENCES articles (id),
    story INTEGER NOT NULL REFERENCES stories (id),
    placed INTEGER NOT NULL,
    day INTEGER,
    vector BLOB NOT NULL
);
CREATE INDEX story_members_by_story ON story_members (story, placed);

-- The latest stories of a term and a week.
CREATE TABLE story_postings (
    term INTEGER NOT NULL,
    week INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (term, week, story)
) WITHOUT ROWID;

-- A happening has the number of its first event. Parties are codes, parted by blanks.
CREATE TABLE happenings (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    actors TEXT NOT NULL,
    recipients TEXT NOT NULL,
    date_from TEXT,
    date_to TEXT,
    place_name TEXT,
    reports INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    disputed INTEGER NOT NULL
);
CREATE INDEX happenings_by_day ON happenings (date_from);

-- voice: the first article of its group of copies. report: what is compared, as JSON.
CREATE TABLE happening_reports (
    event INTEGER PRIMARY KEY REFERENCES events (id),
    happening INTEGER NOT NULL REFERENCES happenings (id),
    article INTEGER NOT NULL REFERENCES articles (id),
    voice INTEGER NOT NULL,
    report TEXT NOT NULL
);
CREATE INDEX happening_reports_by_happening ON happening_reports (happening, event);
CREATE INDEX happening_reports_by_article ON happening_reports (article);

CREATE TABLE happening_keys (
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    happening INTEGER NOT NULL,
    PRIMARY KEY (key, day, happening)
) WITHOUT ROWID;

-- A followed meeting has the number of the meeting row that first told of it.
CREATE TABLE followed_meetings (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    state TEXT NOT NULL,
    level TEXT,
    date_from TEXT,
    date_to TEXT,
    place_name TEXT,
    place_country TEXT,
    parties TEXT NOT NULL,
    tellings INTEGER NOT NULL
);
CREATE INDEX followed_meetings_by_day ON followed_meetings (date_from);

CREATE TABLE meeting_tellings (
    meeting INTEGER PRIMARY KEY REFERENCES meetings (id),
    followed INTEGER NOT NULL REFERENCES followed_meetings (id),
    article INTEGER NOT NULL REFERENCES articles (id),
    telling TEXT NOT NULL
);
CREATE INDEX meeting_tellings_by_followed ON meeting_tellings (followed, meeting);
CREATE INDEX meeting_tellings_by_article ON meeting_tellings (article);

CREATE TABLE followed_keys (
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    followed INTEGER NOT NULL,
    PRIMARY KEY (key, day, followed)
) WITHOUT ROWID;
