-- One that is there is found, whoever added it; a new one is added once, by whichever server is first.
with known as (
    select actor_id from coalition.actor where fingerprint = :fingerprint
), added as (
    insert into coalition.actor (fingerprint, tenant_id, subject, name, client, role, till, file)
    select :fingerprint, :tenant::integer, :subject, :name::text, :client, :role, :till, :file
     where not exists (select from known)
       and (:till = ''
            or (select count(*)
                  from coalition.actor
                 where tenant_id = :tenant::integer
                   and client = :client
                   and till <> '') < :mostTills)
    on conflict (fingerprint) do nothing
    returning actor_id
)
select actor_id from known
union all
select actor_id from added
