-- One by its id, its request's key or its posting; or the latest, before them what waits for somebody.
select c.id, c.request_key, c.member_id as member, c.card_number, c.points, c.gives, c.undoes,
       (select back.id from correction as back where back.undoes = c.id and back.state <> 'declined') as taken_back_by,
       c.reason, c.note, c.by_operator, c.state, c.business_date, c.proposer, c.proposer_name, c.proposed_at, c.decider, c.decider_name,
       c.decided_at, c.decision, c.posting_number as posting, c.moved
  from correction as c
 where (:id::bigint is null or c.id = :id)
   and (:requestKey::text is null or c.request_key = :requestKey)
   and (:posting::bigint is null or c.posting_number = :posting and c.member_id = :member)
 order by c.state in ('proposed', 'approved') desc, c.id desc
 limit :limit
