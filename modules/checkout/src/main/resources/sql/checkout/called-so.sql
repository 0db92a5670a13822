-- Postings that a till's reference means: what was sold and held under it in some days, and what ended and came back of that; then what ended and
-- came back under it itself. The indexes by day and reference are skipped through, day by day.
with sold as (
    select member_id, number
      from purchase
     where business_date between :from and :to
       and reference = :reference),
held as (
    select member_id, number
      from redemption
     where business_date between :from and :to
       and reference = :reference)
select member_id, number
  from (select member_id, number from sold
         union
        select member_id, reversal_number from purchase_reversal join sold using (member_id, number)
         union
        select member_id, end_number from redemption_end join held using (member_id, number)
         union
        select member_id, return_number from redemption_return join held using (member_id, number)
         union
        select member_id, reversal_number
          from purchase_reversal
         where business_date between :from and :to
           and reference = :reference
           and reference <> ''
         union
        select member_id, end_number
          from redemption_end
         where business_date between :from and :to
           and reference = :reference
           and reference <> ''
         union
        select member_id, return_number
          from redemption_return
         where business_date between :from and :to
           and reference = :reference
           and reference <> '') as called
 order by number desc
 limit :most
