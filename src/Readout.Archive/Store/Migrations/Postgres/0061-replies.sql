-- What readers of a desk reply to an article. state: waiting, approved, refused. The address is for the editors' eyes and is shown on no page.
CREATE TABLE replies (
    id BIGINT PRIMARY KEY,
    article BIGINT NOT NULL REFERENCES articles (id),
    name TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    sent_by TEXT COLLATE "C" NOT NULL,
    sent_at TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    decided_by TEXT COLLATE "C",
    decided_at TEXT COLLATE "C"
);
CREATE INDEX replies_by_article ON replies (article, state, id);
CREATE INDEX replies_waiting ON replies (id) WHERE state = 'waiting';
