select 'PostgreSQL', substring(version() from 'PostgreSQL ([^ ]+)')
 union all
select name, current_setting(name)
  from pg_settings
 where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size', 'checkpoint_timeout', 'wal_sync_method')
