-- What is looked up by time has its season first: eight weeks, day / 56 or week / 8, -1 where there is no day. So the rows that news of one time asks for and
-- adds lie together, and an article costs the same however many years the archive spans.

-- The latest articles of a season and a band of the MinHash sketch of their bodies; the day is that of the article's first revision.
ALTER TABLE copy_bands RENAME TO copy_bands_before;
CREATE TABLE copy_bands (
    season INTEGER NOT NULL,
    band INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    day INTEGER,
    PRIMARY KEY (season, band, article)
) WITHOUT ROWID;
CREATE TEMP TABLE copy_days (article INTEGER PRIMARY KEY, day INTEGER);
INSERT INTO copy_days SELECT article, CAST(julianday(published) - 1721425.5 AS INTEGER) FROM revisions WHERE number = 1;
INSERT INTO copy_bands (season, band, article, day)
SELECT COALESCE(days.day / 56, -1), copy_bands_before.band, copy_bands_before.article, days.day
FROM copy_bands_before JOIN copy_days AS days ON days.article = copy_bands_before.article;
DROP TABLE copy_days;
DROP TABLE copy_bands_before;

-- The latest stories of a term and a week.
ALTER TABLE story_postings RENAME TO story_postings_before;
CREATE TABLE story_postings (
    season INTEGER NOT NULL,
    term INTEGER NOT NULL,
    week INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (season, term, week, story)
) WITHOUT ROWID;
INSERT INTO story_postings (season, term, week, posted, story)
SELECT CASE WHEN week < 0 THEN -1 ELSE week / 8 END, term, week, posted, story FROM story_postings_before;
DROP TABLE story_postings_before;

ALTER TABLE happening_keys RENAME TO happening_keys_before;
CREATE TABLE happening_keys (
    season INTEGER NOT NULL,
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    happening INTEGER NOT NULL,
    PRIMARY KEY (season, key, day, happening)
) WITHOUT ROWID;
INSERT INTO happening_keys (season, key, day, happening) SELECT day / 56, key, day, happening FROM happening_keys_before;
DROP TABLE happening_keys_before;
