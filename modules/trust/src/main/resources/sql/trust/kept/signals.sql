with gone as (
    delete from coalition.signal
     where signal_id in (select signal_id from coalition.signal
                          where state in ('founded', 'unfounded') and greatest(last_at, changed_at) < :before limit :most)
    returning 1
)
select count(*) from gone
