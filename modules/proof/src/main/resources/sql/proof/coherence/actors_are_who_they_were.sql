-- An actor is what its fingerprint was made of, which the seals hold; and nothing was posted by one that is not there.
select format('actor %s is not who it was', actor_id)
  from coalition.actor
 where fingerprint <> substring(sha256(convert_to(concat_ws(E'\n', '1', coalesce(tenant_id::text, ''), subject, client, role, till, file),
                                                  'UTF8')) for 16)
 union all
select format('transfer %s was posted by actor %s, who is not there', transfer_id, actor_id)
  from coalition.transfer
 where actor_id <> 0
   and not exists (select from coalition.actor where actor.actor_id = transfer.actor_id);
