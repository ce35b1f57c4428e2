-- A new revision or coding is looked for among the rows that refer to one still to come. Without these, SQLite
-- reads all articles, or all revisions, for each.
CREATE INDEX articles_by_revision ON articles (revision);
CREATE INDEX revisions_by_coding ON revisions (coding);
