-- Holds that are open, and how the others ended.
select sum(points * hashfloat8extended(pocket, member)::numeric) filter (where outcome is null) as open_holds,
       sum(points * hashfloat8extended(hold_id, member)::numeric) as held
  from (select hold.member_id, hold.hold_id, hold.pocket, hold.points, hold_outcome.outcome, hashfloat8extended(hold.member_id, key) as member
          from (select ?::bigint as key) as given, coalition.hold
          left join coalition.hold_outcome on hold_outcome.member_id = hold.member_id
                                          and hold_outcome.hold_id = hold.hold_id) as hold;
