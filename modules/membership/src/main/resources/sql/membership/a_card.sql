-- A card by which people know a member: one that is used, if there is one.
select card_number
  from coalition.card
 where member_id = :member
 order by blocked_at is not null, replaced_by is not null, card_number desc
 limit 1;
