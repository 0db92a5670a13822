-- One round trip. Each statement sees what was committed before it began; hence locks first, and what they guard after them.
-- Windows stay open until this transaction ends.
select pg_catalog.pg_advisory_xact_lock_shared(7001);
-- The members, and in whose account theirs was merged, in one order everywhere, so that batches wait for each other and never in a circle.
select count(pg_catalog.pg_advisory_xact_lock(7003, place))
  from (select place
          from unnest(?) as place
         union
        select link.root_place
          from unnest(?) as wanted (member_id)
          join coalition.account_link as link on link.member_id = wanted.member_id
         order by place) as locked;
select window_start
  from coalition.settlement_window
 where closed_at is null
 order by window_start;
select nextval('coalition.posting_number');
select link.member_id, link.root_id
  from unnest(?) as wanted (member_id)
  join coalition.account_link as link on link.member_id = wanted.member_id;
select balance.member_id, pocket, earned, consumed, held, last_activity, balance.ctid, coalesce(active_by, 0),
       activity_before
  from unnest(?) as wanted (member_id)
  join coalition.balance on balance.member_id = wanted.member_id;
select member_id, tenant_id, outlet_id, incurred, repaid
  from coalition.debt
 where member_id = any (?)
 order by member_id, tenant_id, outlet_id;
-- What was answered before: under the same keys; for the same tickets, whoever's card it was; and refusals of the same content.
-- Taken back is a purchase of which nothing is left, and a hold that was given up or whose points all came back.
select member_id, request.key_hash, ticket, fingerprint, keyed, tenant_id, act, refusal, posting_id, points, available_after, posted_at,
       false as taken_back
  from unnest(?) as wanted (key_hash)
  join coalition.request on request.key_hash = wanted.key_hash
                        and request.refusal = ''
 union all
select member_id, key_hash, request.ticket, fingerprint, keyed, tenant_id, act, refusal, posting_id, points, available_after, posted_at,
       (exists (select
                 from coalition.reversal
                where reversal.member_id = request.member_id
                  and reversal.purchase_id = request.posting_id
                  and reversal.is_last)
       or request.act = 'A'
      and exists (select
                    from coalition.hold_outcome as ended
                   where ended.member_id = request.member_id
                     and ended.hold_id = request.posting_id
                     and ended.points <= (select coalesce(sum(back.points), 0)
                                            from coalition.redemption_return as back
                                           where back.member_id = ended.member_id
                                             and back.hold_id = ended.hold_id)))
  from unnest(?) as wanted (ticket)
  join coalition.request on request.ticket = wanted.ticket
 union all
select request.member_id, request.key_hash, ticket, fingerprint, keyed, tenant_id, act, refusal, posting_id, points, available_after,
       posted_at, false
  from unnest(?, ?) as wanted (member_id, key_hash)
  join coalition.request on request.member_id = wanted.member_id
                        and request.key_hash = wanted.key_hash
                        and request.refusal <> '';
