select held_id, feed_id, file_name, line_number, kind, outlet, business_date, reference, line::text as line, raw, standing, held_at
  from coalition.feed_held
  join coalition.feed_file using (tenant_id, feed_id)
 where tenant_id = :tenant
   and held_id < :before
   and feed_held.state = 'HELD'
 order by held_id desc
 limit :limit
