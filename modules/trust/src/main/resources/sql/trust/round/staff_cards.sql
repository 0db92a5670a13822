-- People of a brand who gave points, for a purchase or as goodwill, to a card of one of the brand's people: known by the mail address that stands in the brand's file and with
-- the member, or by the card that the file declares. Who a person is, is told by the full name, as the portal knows it.
with staff as (
    select tenant.tenant_id, lower(concat_ws(' ', person ->> 'givenName', person ->> 'familyName')) as name,
           lower(person ->> 'email') as email, person ->> 'card' as card
      from coalition.tenant
     cross join lateral jsonb_array_elements(
           case jsonb_typeof(configuration -> 'people') when 'array' then configuration -> 'people' else '[]' end) as person
), linked as (
    select staff.tenant_id, staff.name, member.member_id, 'mail' as how
      from staff
      join coalition.member on lower(member.email) = staff.email
    union
    select staff.tenant_id, staff.name, card.member_id, 'declared'
      from staff
      join coalition.card on card.card_number = staff.card
)
select actor.tenant_id, actor.subject, transfer.member_id, transfer.posting_id, transfer.points, coalesce(outlet.code, '') as outlet,
       linked.how, linked.name = lower(coalesce(actor.name, '')) as is_own
  from coalition.transfer
  join coalition.actor using (actor_id)
  join linked on linked.member_id = transfer.member_id
             and linked.tenant_id = actor.tenant_id
  left join coalition.outlet on outlet.tenant_id = transfer.tenant_id
                            and outlet.outlet_id = transfer.outlet_id
 where transfer.posted_xid::text::bigint >= :from
   and transfer.posted_xid::text::bigint < :until
   and transfer.kind in ('E', 'W')
   and actor.file = ''
   and actor.role not in ('machine', 'system')
 order by transfer.transfer_id
 limit :most
