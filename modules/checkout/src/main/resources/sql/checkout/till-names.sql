-- By the postings' numbers: purchases; reversals, with their own reference or the purchase's; captures, voids and returns, with
-- the hold's id and their own reference or the hold's; holds; goodwill, with its own number and reason.
select wanted.member_id, wanted.number, wanted.number as answered, purchase.reference
  from unnest(:members, :numbers) as wanted (member_id, number)
  join purchase on purchase.member_id = wanted.member_id
               and purchase.number = wanted.number
 union all
select wanted.member_id, wanted.number, wanted.number, coalesce(nullif(reversal.reference, ''), purchase.reference, '')
  from unnest(:members, :numbers) as wanted (member_id, number)
  join purchase_reversal as reversal on reversal.member_id = wanted.member_id
                                    and reversal.reversal_number = wanted.number
  left join purchase on purchase.member_id = reversal.member_id
                    and purchase.number = reversal.number
 union all
select wanted.member_id, wanted.number, ended.number, coalesce(nullif(ended.reference, ''), redemption.reference, '')
  from unnest(:members, :numbers) as wanted (member_id, number)
  join redemption_end as ended on ended.member_id = wanted.member_id
                              and ended.end_number = wanted.number
  left join redemption on redemption.member_id = ended.member_id
                      and redemption.number = ended.number
 union all
select wanted.member_id, wanted.number, back.number, coalesce(nullif(back.reference, ''), redemption.reference, '')
  from unnest(:members, :numbers) as wanted (member_id, number)
  join redemption_return as back on back.member_id = wanted.member_id
                                and back.return_number = wanted.number
  left join redemption on redemption.member_id = back.member_id
                      and redemption.number = back.number
 union all
select wanted.member_id, wanted.number, wanted.number, redemption.reference
  from unnest(:members, :numbers) as wanted (member_id, number)
  join redemption on redemption.member_id = wanted.member_id
                 and redemption.number = wanted.number
 union all
select wanted.member_id, wanted.number, wanted.number, 'G-' || correction.id || ' ' || correction.reason
  from unnest(:members, :numbers) as wanted (member_id, number)
  join correction on correction.member_id = wanted.member_id
                 and correction.posting_number = wanted.number
