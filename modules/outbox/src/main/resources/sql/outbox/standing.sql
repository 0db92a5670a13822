-- Each from its own small index, however many messages are on their way.
select (select count(*) from coalition.outbox where set_aside_at is not null) as set_aside,
       coalesce((select extract(epoch from clock_timestamp() - min(set_aside_at))::bigint
                   from coalition.outbox
                  where set_aside_at is not null), 0) as oldest_seconds,
       (select count(*) from coalition.outbox where due_at is not null and set_aside_at is null) as tried_again
