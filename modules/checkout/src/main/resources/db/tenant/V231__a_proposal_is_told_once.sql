alter table correction add column told_at timestamptz;
comment on column correction.told_at is 'When those who may approve were written to; null: they were not yet.';

create index correction_waits_and_is_untold on correction (id) where state = 'proposed' and told_at is null;
