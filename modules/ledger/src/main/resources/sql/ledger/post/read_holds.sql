-- The holds that are asked for, even if they ended; and all open ones of members for whom something is held.
select hold.member_id, hold.hold_id, hold.tenant_id, hold.outlet_id, hold.expires, hold.pocket, hold.points, hold_outcome.outcome,
       coalesce(hold.pending_of, 0)
  from (select member_id, hold_id
          from unnest(?, ?) as asked (member_id, hold_id)
         union
        select open.member_id, open.hold_id
          from unnest(?) as holding (member_id)
          join coalition.hold as open on open.member_id = holding.member_id
         where not exists (select
                             from coalition.hold_outcome as ended
                            where ended.member_id = open.member_id
                              and ended.hold_id = open.hold_id)) as wanted
  join coalition.hold on hold.member_id = wanted.member_id
                     and hold.hold_id = wanted.hold_id
  left join coalition.hold_outcome on hold_outcome.member_id = hold.member_id
                                  and hold_outcome.hold_id = hold.hold_id
 order by hold.member_id, hold.hold_id, hold.pocket;
