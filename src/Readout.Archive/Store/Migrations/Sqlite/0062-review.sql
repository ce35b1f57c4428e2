-- What waits for an editor's eyes, found by indexes that hold just that.
CREATE INDEX events_in_doubt ON events (confidence, id) WHERE current = 1 AND confidence < 0.75;
CREATE INDEX happenings_in_dispute ON happenings (id) WHERE disputed = 1;
CREATE INDEX corrections_by_key ON corrections (event_key, made_by, id);
CREATE INDEX correction_results_in_review ON correction_results (correction) WHERE outcome = 'review';

-- Corrections that lost their place and that an editor has settled: added anew by hand, or let go.
CREATE TABLE settled_corrections (
    correction INTEGER PRIMARY KEY REFERENCES corrections (id),
    settled_by TEXT NOT NULL,
    settled_at TEXT NOT NULL
);
