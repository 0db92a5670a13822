delete from guest_note
 where member_id = :member
