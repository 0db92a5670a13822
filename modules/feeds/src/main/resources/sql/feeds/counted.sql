update coalition.feed_file
   set layout = :layout, encoding = :encoding, lines_total = :lines, columns_repeated = :columnsRepeated, worked_millis = worked_millis + :workedMillis
 where tenant_id = :tenant and feed_id = :feed
