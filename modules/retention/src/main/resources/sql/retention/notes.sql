select written_at as "at", text as "note", author
  from guest_note
 where member_id = :member
 order by guest_note_id
