select earned, earned - consumed - held, nextval('coalition.posting_number')
  from coalition.balance
 where member_id = ?
   and pocket = ?
   for no key update
