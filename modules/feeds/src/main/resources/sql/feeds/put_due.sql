insert into coalition.feed_due as known (tenant_id, name, due, state, feed_id, noted_at)
values (:tenant, :name, :due, :state, :feed, :now)
on conflict (tenant_id, name, due) do update set state = excluded.state, feed_id = excluded.feed_id
    where known.state = 'MISSING'
      and excluded.state <> 'BEGUN'
