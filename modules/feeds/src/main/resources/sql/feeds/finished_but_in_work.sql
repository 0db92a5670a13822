select *
  from coalition.feed_file
 where tenant_id = :tenant and stored_name = any (:storedNames) and state in ('DONE', 'REFUSED', 'FAILED')
