select 1
  from coalition.feed_held h
  join coalition.card c on c.member_id = :member and position(c.card_number in translate(h.raw, ' -', '')) > 0
 where h.state = 'HELD'
 limit 1
