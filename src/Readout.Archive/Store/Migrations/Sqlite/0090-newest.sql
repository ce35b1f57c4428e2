-- What is asked for in order of time: who has part in an event, once for each code, country and directory identifier. roles is a sum: 1 acts, 2 is
-- acted upon, 4 whose account it is, 8 for whom that one speaks. Current events with a day; the primary key gives anyone's newest at one go.
CREATE TABLE event_parties (
    who TEXT NOT NULL,
    day INTEGER NOT NULL,
    event INTEGER NOT NULL REFERENCES events (id),
    roles INTEGER NOT NULL,
    PRIMARY KEY (who, day, event)
) WITHOUT ROWID;

INSERT INTO event_parties (who, day, event, roles)
SELECT who, day, event, MAX(acts) + MAX(is_acted_upon) + MAX(speaks) + MAX(is_spoken_for) FROM (
    SELECT CASE names.name WHEN 1 THEN actors.code WHEN 2 THEN actors.country ELSE actors.reference END AS who, events.day AS day, events.id AS event,
        CASE parties.role WHEN 'actor' THEN 1 ELSE 0 END AS acts, CASE parties.role WHEN 'recipient' THEN 2 ELSE 0 END AS is_acted_upon,
        CASE parties.role WHEN 'speaker' THEN 4 ELSE 0 END AS speaks, CASE parties.role WHEN 'for' THEN 8 ELSE 0 END AS is_spoken_for
    FROM events JOIN parties ON parties.event = events.id JOIN actors ON actors.id = parties.actor
    CROSS JOIN (SELECT 1 AS name UNION ALL SELECT 2 UNION ALL SELECT 3) AS names
    WHERE events.current = 1 AND events.day IS NOT NULL
) AS named WHERE who IS NOT NULL GROUP BY who, day, event;

CREATE INDEX events_by_place ON events (place_country, day) WHERE current = 1 AND place_country IS NOT NULL;
CREATE INDEX revisions_by_source ON revisions (source, published);

-- What moved between all pairs lately; "counted" begins with the day.
CREATE INDEX dyads_by_count ON dyads (counted, low, high, happening) WHERE counted IS NOT NULL;

CREATE INDEX stories_by_day ON stories (last_day, id) WHERE last_day IS NOT NULL;

-- A day's meetings: most begin and end in one month and are found by their first day, the others by their last.
CREATE INDEX followed_meetings_by_end ON followed_meetings (date_to, date_from);
CREATE INDEX followed_meetings_over_months ON followed_meetings (date_to, date_from) WHERE substr(date_from, 1, 7) <> substr(date_to, 1, 7);
