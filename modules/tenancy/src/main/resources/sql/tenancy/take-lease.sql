insert into coalition.lease as held (name, holder, until, taken_at)
values (?, ?, clock_timestamp() + ? * interval '1 millisecond', clock_timestamp())
    on conflict (name) do update
   set holder = excluded.holder, until = excluded.until, taken_at = excluded.taken_at
 where held.until < clock_timestamp()
    or held.holder = excluded.holder
