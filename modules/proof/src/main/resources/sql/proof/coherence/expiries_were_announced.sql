-- Whatever lapsed lies, up to its end, on the part of the line that was announced for that day or an earlier one.
select format('member %s, transfer %s: lapsed on %s up to %s, which was not announced', member_id, transfer_id, business_date,
              line_before + points)
  from coalition.transfer as lapse
 where kind = 'X'
   and not exists (select
                     from coalition.notice_that_counts as notice
                    where notice.member_id = lapse.member_id
                      and notice.pocket = lapse.pocket
                      and notice.lapses_on <= lapse.business_date
                      and notice.line_through >= lapse.line_before + lapse.points);
