insert into coalition.card (card_number, member_id, issued_on)
select card_number, ? + number, current_date
  from unnest(?::text[]) with ordinality as new (card_number, number)
