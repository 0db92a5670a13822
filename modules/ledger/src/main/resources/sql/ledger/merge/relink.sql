update coalition.account_link
   set root_id = :root,
       root_place = :place
 where member_id = any (:members);
