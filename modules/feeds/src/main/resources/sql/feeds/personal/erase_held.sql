update coalition.feed_held h
   set raw = ''
 where h.state <> 'HELD'
   and h.raw <> ''
   and exists (select from coalition.card c where c.member_id = :member and position(c.card_number in translate(h.raw, ' -', '')) > 0)
