-- What a relation's series counts, beside the pair: the type and, for a CONSULT, the level of contact (0 unknown, 1 expert,
-- 2 official, 3 minister, 4 leader), as numbers of the analysis's closed sets; and the day number on which it is counted, null
-- where it is not: what has not happened, what rebels do, what the two do to a third. The primary key clusters a pair's rows.
ALTER TABLE dyads ADD COLUMN type BIGINT;
ALTER TABLE dyads ADD COLUMN level BIGINT;
ALTER TABLE dyads ADD COLUMN counted_day BIGINT;
