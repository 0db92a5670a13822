update coalition.feed_file
   set state = :state, finished_at = :now, refusal_code = :refusalCode, refusal_details = :refusalDetails::jsonb, runner = null, lease_until = null
 where tenant_id = :tenant and feed_id = :feed and runner = :runner and state = 'RUNNING'
