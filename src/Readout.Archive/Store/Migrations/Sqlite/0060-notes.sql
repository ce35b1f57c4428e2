-- What readers of a desk note for themselves beside words of an article; nobody else sees it. before_text and after_text are the words around, by which
-- the place is found again in a changed text. mark is the kind of what is marked there: event, quote, actor, date, place. Times are ISO 8601 in UTC.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    reader TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id),
    revision INTEGER NOT NULL REFERENCES revisions (id),
    mark TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    before_text TEXT NOT NULL,
    after_text TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX notes_by_reader ON notes (reader, article, id);
CREATE INDEX notes_by_article ON notes (article);
