insert into coalition.database_login (role_oid, role_name, fingerprint)
values (?::oid, ?, ?)
    on conflict (role_oid) do update set role_name = excluded.role_name, fingerprint = excluded.fingerprint
