-- What came into a pocket, earned or received, in the order of the intervals: each begins where the one before ends, the first
-- at zero, and in the order in which they were posted. Of all members, or of those who have transfers from a transaction on.
select format('member %s, transfer %s: its interval begins at %s and should begin at %s', member_id, transfer_id, line_before, expected)
  from (select member_id, transfer_id, line_before,
               sum(points) over line - points as expected,
               lag(transfer_id) over line as transfer_before
          from coalition.transfer, (select :fromTransaction::bigint as first_xid) as given
         where credit_account = 1
           and (first_xid = 0
                or member_id in (select member_id from coalition.transfer where posted_xid::text::bigint >= first_xid))
        window line as (partition by member_id, pocket order by line_before, transfer_id)) as earned
 where line_before <> expected
    or transfer_before >= transfer_id;
