-- Purchases, and points given without one, that are to be taken back, what they earned from whom in which pocket, and whether anything expired there.
select request.member_id,
       request.posting_id,
       request.tenant_id,
       coalesce(earned.tenant_id, request.tenant_id) as funder_id,
       earned.outlet_id,
       coalesce(earned.kind, 'E') as gave,
       earned.pocket,
       coalesce(earned.points, 0) as points,
       earned.business_date,
       exists (select
                 from coalition.transfer as gone
                where gone.member_id = earned.member_id
                  and gone.pocket = earned.pocket
                  and gone.kind = 'X') as has_expired,
       exists (select
                 from coalition.reversal
                where reversal.member_id = request.member_id
                  and reversal.purchase_id = request.posting_id) as reversed
  from unnest(?, ?) as wanted (member_id, posting_id)
  join coalition.request on request.member_id = wanted.member_id
                        and request.posting_id = wanted.posting_id
                        and request.act in ('E', 'W')
  left join lateral (select member_id, tenant_id, outlet_id, pocket, sum(points)::bigint as points, min(transfer_id) as first_transfer,
                            min(business_date) as business_date, min(kind::text) as kind
                       from coalition.transfer
                      where transfer.member_id = request.member_id
                        and transfer.posting_id = request.posting_id
                        and transfer.kind in ('E', 'W', 'O')
                      group by member_id, tenant_id, outlet_id, pocket) as earned on true
 order by request.member_id, request.posting_id, earned.first_transfer;
