insert into coalition.feed_file (tenant_id, file_name, stored_name, source_key, state, bytes, received_at)
values (:tenant, :fileName, :storedName, :sourceKey, 'WAITING', :bytes, :now)
on conflict do nothing
returning *
