-- What the last activity was before a purchase made it what it is, for when that purchase is taken back: then it is that again.
alter table coalition.balance
    add column activity_before date,
    add column active_by       bigint;
comment on column coalition.balance.active_by is
    'The one purchase by which last_activity is what it is; empty when something else was done on that day, too.';
comment on column coalition.balance.activity_before is 'What last_activity is again if that purchase is taken back as a whole.';
grant update (activity_before, active_by) on coalition.balance to kontor_poster;
