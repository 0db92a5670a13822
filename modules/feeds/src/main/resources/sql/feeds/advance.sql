update coalition.feed_file
   set position_bytes = :positionBytes, position_lines = :positionLines, long_ticket = :longTicket,
       lines_posted = :posted, lines_corrected = :corrected, lines_known = :known, lines_refused = :refused, lines_held = :held, skipped = :skipped::jsonb, purchases = :purchases, points = :points,
       rejects_bytes = :rejectsBytes, worked_millis = worked_millis + :workedMillis, tries = 0, fault = null, lease_until = now() + make_interval(secs => :leaseSeconds)
 where tenant_id = :tenant and feed_id = :feed and runner = :runner and position_bytes = :fromBytes
   and state in ('RUNNING', 'STOPPED', 'WAITING')
returning state
