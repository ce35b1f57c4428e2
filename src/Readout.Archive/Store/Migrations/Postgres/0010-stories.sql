-- What is compared over articles as they are kept: copies, stories, happenings, followed meetings. All of it follows from the record and the order in which
-- it came. Terms, bands and keys are hashes. "day" columns are day numbers, days since 0001-01-01; weeks are days / 7, -1 where there is no day.

-- The latest articles of a band of the MinHash sketch of their bodies.
CREATE TABLE copy_bands (
    band BIGINT NOT NULL,
    article BIGINT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (band, article)
);

-- In how many articles a term stands; term 0 counts the articles.
CREATE TABLE story_words (
    term BIGINT PRIMARY KEY,
    articles BIGINT NOT NULL
);

-- A story has the number of the article that it began with. The vector: 24 bytes a term (term, weight, articles, names; little endian).
CREATE TABLE stories (
    id BIGINT PRIMARY KEY,
    articles BIGINT NOT NULL,
    first_day BIGINT,
    last_day BIGINT,
    vector BYTEA NOT NULL
);

CREATE TABLE story_members (
    article BIGINT PRIMARY KEY REFERENCES articles (id),
    story BIGINT NOT NULL REFERENCES stories (id),
    placed BIGINT NOT NULL,
    day BIGINT,
    vector BYTEA NOT NULL
);
CREATE INDEX story_members_by_story ON story_members (story, placed);

-- The latest stories of a term and a week.
CREATE TABLE story_postings (
    term BIGINT NOT NULL,
    week BIGINT NOT NULL,
    posted BIGINT NOT NULL,
    story BIGINT NOT NULL,
    PRIMARY KEY (term, week, story)
);

-- A happening has the number of its first event. Parties are codes, parted by blanks.
CREATE TABLE happenings (
    id BIGINT PRIMARY KEY,
    type TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    actors TEXT COLLATE "C" NOT NULL,
    recipients TEXT COLLATE "C" NOT NULL,
    date_from TEXT COLLATE "C",
    date_to TEXT COLLATE "C",
    place_name TEXT COLLATE "C",
    reports BIGINT NOT NULL,
    voices BIGINT NOT NULL,
    disputed BIGINT NOT NULL
);
CREATE INDEX happenings_by_day ON happenings (date_from);

-- voice: the first article of its group of copies. report: what is compared, as JSON.
CREATE TABLE happening_reports (
    event BIGINT PRIMARY KEY REFERENCES events (id),
    happening BIGINT NOT NULL REFERENCES happenings (id),
    article BIGINT NOT NULL REFERENCES articles (id),
    voice BIGINT NOT NULL,
    report TEXT COLLATE "C" NOT NULL
);
CREATE INDEX happening_reports_by_happening ON happening_reports (happening, event);
CREATE INDEX happening_reports_by_article ON happening_reports (article);

CREATE TABLE happening_keys (
    key BIGINT NOT NULL,
    day BIGINT NOT NULL,
    happening BIGINT NOT NULL,
    PRIMARY KEY (key, day, happening)
);

-- A followed meeting has the number of the meeting row that first told of it.
CREATE TABLE followed_meetings (
    id BIGINT PRIMARY KEY,
    uid TEXT COLLATE "C" NOT NULL UNIQUE,
    sequence BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    level TEXT COLLATE "C",
    date_from TEXT COLLATE "C",
    date_to TEXT COLLATE "C",
    place_name TEXT COLLATE "C",
    place_country TEXT COLLATE "C",
    parties TEXT COLLATE "C" NOT NULL,
    tellings BIGINT NOT NULL
);
CREATE INDEX followed_meetings_by_day ON followed_meetings (date_from);

CREATE TABLE meeting_tellings (
    meeting BIGINT PRIMARY KEY REFERENCES meetings (id),
    followed BIGINT NOT NULL REFERENCES followed_meetings (id),
    article BIGINT NOT NULL REFERENCES articles (id),
    telling TEXT COLLATE "C" NOT NULL
);
CREATE INDEX meeting_tellings_by_followed ON meeting_tellings (followed, meeting);
CREATE INDEX meeting_tellings_by_article ON meeting_tellings (article);

CREATE TABLE followed_keys (
    key BIGINT NOT NULL,
    day BIGINT NOT NULL,
    followed BIGINT NOT NULL,
    PRIMARY KEY (key, day, followed)
);
