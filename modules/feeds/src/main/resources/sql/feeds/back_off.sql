update coalition.feed_file
   set runner = null, fault = :fault, lease_until = now() + make_interval(secs => :seconds)
 where tenant_id = :tenant and feed_id = :feed and runner = :runner
