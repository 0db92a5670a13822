-- Members are locked by advisory locks on their numbers (class 7003), not by a row: cheaper by far than a row lock, which is
-- written to the page and to the log, and there before a member has any row. Nothing marks a first pocket any more.
alter table coalition.balance drop column first_pocket;
