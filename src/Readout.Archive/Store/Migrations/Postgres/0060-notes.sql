-- What readers of a desk note for themselves beside words of an article; nobody else sees it. before_text and after_text are the words around, by which
-- the place is found again in a changed text. mark is the kind of what is marked there: event, quote, actor, date, place. Times are ISO 8601 in UTC.
CREATE TABLE notes (
    id BIGINT PRIMARY KEY,
    reader TEXT COLLATE "C" NOT NULL,
    article BIGINT NOT NULL REFERENCES articles (id),
    revision BIGINT NOT NULL REFERENCES revisions (id),
    mark TEXT COLLATE "C" NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    words TEXT COLLATE "C" NOT NULL,
    before_text TEXT COLLATE "C" NOT NULL,
    after_text TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    made_at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX notes_by_reader ON notes (reader, article, id);
CREATE INDEX notes_by_article ON notes (article);
