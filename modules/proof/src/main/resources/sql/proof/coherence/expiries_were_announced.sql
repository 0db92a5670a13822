-- Whatever expired lies, up to its end, on the part of the line that was announced for that day or an earlier one.
select format('member %s, transfer %s: expired on %s up to %s, which was not announced', member_id, transfer_id, business_date,
              line_before + points)
  from coalition.transfer as expired
 where kind = 'X'
   and not exists (select
                     from coalition.notice_that_counts as notice
                    where notice.member_id = expired.member_id
                      and notice.pocket = expired.pocket
                      and notice.expires_on <= expired.business_date
                      and notice.line_through >= expired.line_before + expired.points);
