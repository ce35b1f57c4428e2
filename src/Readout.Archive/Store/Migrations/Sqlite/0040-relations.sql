-- What a relation's series counts of a pair's event, in one number, so that a pair's rows are read at one go:
-- day * 2^25 + direction * 2^23 + type * 2^19 + level * 2^16 + (PLOVER score in tenths + 128) * 2^8 + (Goldstein score in tenths + 128,
-- 0 where there is none). The type is PLOVER's, in the manual's order from 0; the level that of a CONSULT (0 unknown, 1 expert,
-- 2 official, 3 minister, 4 leader). Null where it is not counted: what has not happened, what rebels do, what the two do to a third.
-- The primary key clusters a pair's rows.
ALTER TABLE dyads ADD COLUMN counted INTEGER;
