-- Holds that are open, and how the others ended; those that were asked for, and not those of pending points. An outcome beyond its own part of a hold is looked at with the other parts.
select sum(hold.points * hashint8extended(hold.pocket, member)::numeric) filter (where hold_outcome.outcome is null) as open_holds,
       sum(hold.points * hashint8extended(65, member # hold.hold_id)::numeric) filter (where hold.pending_of is null) as held,
       count(*) filter (where hold.hold_id is null and hold_outcome.points > 0
                           or hold_outcome.tenant_id <> hold.tenant_id
                           or hold_outcome.points > hold.points
                              and hold_outcome.points > (select sum(part.points)
                                                           from coalition.hold as part
                                                          where part.member_id = hold.member_id
                                                            and part.hold_id = hold.hold_id)) as impossible_outcomes
  from (select *, hashint8extended(0, member_id # key) as member
          from coalition.hold,
               (select ?::bigint as key) as given) as hold
  full join coalition.hold_outcome on hold_outcome.member_id = hold.member_id
                                  and hold_outcome.hold_id = hold.hold_id;
