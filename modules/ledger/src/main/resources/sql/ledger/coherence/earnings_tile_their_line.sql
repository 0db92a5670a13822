-- What came into a pocket, earned or received, in the order of the intervals: each begins where the one before ends, the first
-- at zero, and in the order in which they were posted.
select format('member %s, transfer %s: its interval begins at %s and should begin at %s', member_id, transfer_id, line_before, expected)
  from (select member_id, transfer_id, line_before,
               sum(points) over line - points as expected,
               lag(transfer_id) over line as transfer_before
          from coalition.transfer
         where credit_account = 1
        window line as (partition by member_id, pocket order by line_before, transfer_id)) as earned
 where line_before <> expected
    or transfer_before >= transfer_id;
