-- Every minute it is asked whose holds are past their time. Where points are pending, nearly everyone who bought something lately has one, so
-- that they are looked for by their time, and no longer among all who have some.
create index hold_by_expiry on coalition.hold (expires, member_id);
