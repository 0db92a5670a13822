-- Repeatable, so that it stands whichever of the migrations that made the table came last. Rows that are there asked for less: to look at each
-- of them again would keep every till waiting for as long as that takes. What is written is checked all the same.
alter table coalition.request drop constraint if exists request_act_check;
alter table coalition.request add constraint request_act_check check (act in ('E', 'A', 'C', 'V', 'R', 'G', 'T', 'W')) not valid;

comment on column coalition.request.act is 'Earn, authorize, capture, void, reverse, gift, return of a redemption, goodwill.';
