-- What readers of a desk reply to an article. state: waiting, approved, refused. The address is for the editors' eyes and is shown on no page.
CREATE TABLE replies (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    body TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT,
    decided_at TEXT
);
CREATE INDEX replies_by_article ON replies (article, state, id);
CREATE INDEX replies_waiting ON replies (id) WHERE state = 'waiting';
