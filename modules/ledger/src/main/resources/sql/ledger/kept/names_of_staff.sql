-- Of those who may be old: who posted something since is seen, and the others' names go. A transfer settles in the window of its own day or in a later one.
with candidate as materialized (
    select actor_id, tenant_id
      from coalition.actor
     where name is not null
       and subject <> 'system'
       and seen_on < cast(:before as timestamptz)::date
     order by seen_on
     limit :most
),
looked_at as materialized (
    select actor_id,
           exists (select
                     from coalition.transfer t
                    where t.window_start >= date_trunc('month', cast(:before as timestamptz))::date
                      and t.business_date >= cast(:before as timestamptz)::date
                      and (t.tenant_id = c.tenant_id or c.tenant_id is null)
                      and t.actor_id = c.actor_id) as posts
      from candidate c
),
seen as (
    update coalition.actor a set seen_on = current_date from looked_at l where l.actor_id = a.actor_id and l.posts
),
gone as (
    update coalition.actor a set name = null from looked_at l where l.actor_id = a.actor_id and not l.posts
    returning 1
)
select count(*) from gone
