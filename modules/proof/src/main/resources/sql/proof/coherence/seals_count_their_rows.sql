-- As many transfers of every partner and window before the newest seal's end as its pages say. The hashes are verified elsewhere.
with sealed as (
    select tenant_id, window_start, sum(transfers) as transfers
      from coalition.sealed_page
     group by tenant_id, window_start
), present as (
    select tenant_id, window_start, count(*) as transfers
      from coalition.transfer
     where posted_xid::text::bigint < (select coalesce(max(until_xid), 0) from coalition.seal)
     group by tenant_id, window_start
)
select format('partner %s, window %s: %s sealed, %s present', tenant_id, window_start, coalesce(sealed.transfers, 0),
              coalesce(present.transfers, 0))
  from sealed
  full join present using (tenant_id, window_start)
 where sealed.transfers is distinct from present.transfers;
