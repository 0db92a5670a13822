-- From where the round goes on, which nobody else does meanwhile; the first one begins now.
insert into coalition.signal_round (name, until_xid, at)
values (:name, pg_snapshot_xmin(pg_current_snapshot())::text::bigint, :at)
on conflict (name) do update set at = excluded.at
returning until_xid, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
