with gone as (
    update coalition.feed_held
       set raw = ''
     where held_id in (select held_id from coalition.feed_held
                        where state <> 'HELD' and raw <> '' and coalesce(decided_at, held_at) < :before limit :most)
    returning 1
)
select count(*) from gone
