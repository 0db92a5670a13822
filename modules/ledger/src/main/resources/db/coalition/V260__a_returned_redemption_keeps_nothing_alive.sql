-- A capture is an activity as a purchase is, and no longer one once all of its points are back.
comment on column coalition.balance.active_by is
    'The one purchase, or captured hold, by which last_activity is what it is; empty when something else was done on that day, too.';
comment on column coalition.balance.activity_before is
    'What last_activity is again if that purchase or redemption is taken back as a whole.';
