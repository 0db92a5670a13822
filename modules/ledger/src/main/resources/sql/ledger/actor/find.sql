select tenant_id, subject, name, client, role, till, file
  from coalition.actor
 where actor_id = :actor
