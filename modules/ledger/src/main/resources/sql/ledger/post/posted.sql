-- A request whose first answer was a refusal posted nothing.
select member_id as member, posting_id as number
  from coalition.request
 where key_hash = :key
   and refusal = ''
