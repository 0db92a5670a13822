-- Under the poster's role, which sees all brands: the reader's own requests, and of actors the reader's own.
select request.actor_id, actor.tenant_id as actor_tenant, actor.subject as actor_subject, actor.name as actor_name,
       actor.client as actor_client, actor.role as actor_role, actor.till as actor_till, actor.file as actor_file
  from coalition.request
  left join coalition.actor on actor.actor_id = request.actor_id
                           and (:reader::integer is null or actor.tenant_id = :reader::integer)
 where request.member_id = :member
   and request.posting_id = :posting
   and (:reader::integer is null or request.tenant_id = :reader::integer)
 limit 1
