with gone as (
    delete from guest_note
     where guest_note_id in (select guest_note_id from guest_note where written_at < :before limit :most)
    returning 1
)
select count(*) from gone
