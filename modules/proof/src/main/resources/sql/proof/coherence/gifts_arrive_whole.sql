-- What a gift took from the giver is what the recipient got, pocket by pocket and issuer by issuer; nothing stays in transit.
select format('posting %s: member %s gave %s to member %s in all; of pocket %s and tenant %s, outlet %s, %s: member %s gave %s, member %s received %s',
              posting_id, gift.member_id, gift.points, gift.recipient_id, pocket, moved.tenant_id, moved.outlet_id, issued,
              giver, given, recipient, received)
  from coalition.gift
  full join (select posting_id, pocket, tenant_id, outlet_id, business_date as issued,
                    coalesce(sum(points) filter (where kind = 'G'), 0) as given,
                    coalesce(sum(points) filter (where kind = 'I'), 0) as received,
                    min(member_id) filter (where kind = 'G') as giver, max(member_id) filter (where kind = 'G') as only_giver,
                    min(member_id) filter (where kind = 'I') as recipient, max(member_id) filter (where kind = 'I') as only_recipient,
                    sum(sum(points) filter (where kind = 'G')) over (partition by posting_id) as given_in_all
               from coalition.transfer
              where kind in ('G', 'I')
              group by posting_id, pocket, tenant_id, outlet_id, business_date) as moved using (posting_id)
 where given is distinct from received
    or gift.points is distinct from given_in_all
    or gift.member_id is distinct from giver
    or giver <> only_giver
    or gift.recipient_id is distinct from recipient
    or recipient <> only_recipient;
