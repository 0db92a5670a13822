-- One round trip. The lock keeps windows from closing until this transaction ends; it must be held before the windows are
-- read, hence two statements. Plans are made for the arrays at hand: a generic plan of unnest expects a hundred rows.
select pg_catalog.set_config('plan_cache_mode', 'force_custom_plan', true), pg_catalog.pg_advisory_xact_lock_shared(7001);
select window_start
  from coalition.settlement_window
 where closed_at is null
 order by window_start;
select wanted.member_id, wanted.pocket
  from unnest(?, ?) as wanted (member_id, pocket)
 where not exists (select
                     from coalition.balance
                    where balance.member_id = wanted.member_id
                      and (wanted.pocket = 0 or balance.pocket = wanted.pocket));
