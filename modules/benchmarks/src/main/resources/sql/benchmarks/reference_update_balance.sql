update coalition.balance
   set earned = earned + ?, last_activity = ?
 where member_id = ?
   and pocket = ?
