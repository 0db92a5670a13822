with walk as (
    insert into coalition.coherence_walk (until_xid, sealed_until, hash_key, basis, walked_at)
    values (?::xid8, ?::xid8, ?, ?, ?)
    returning walk_no
)
insert into coalition.coherence_sum (walk_no, name, value)
select walk_no, name, value
  from walk, unnest(?::text[], ?::numeric[]) as sums (name, value);
