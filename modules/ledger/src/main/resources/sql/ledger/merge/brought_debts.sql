select tenant_id as tenant, outlet_id as outlet,
       sum(case when member_id = any (:members) then points else 0 end)::bigint
       - sum(case when recipient_id = any (:members) then points else 0 end)::bigint as points
  from coalition.passed_debt
 where (member_id = any (:members) or recipient_id = any (:members))
   and posting_id >= :since
 group by tenant_id, outlet_id
 order by tenant_id, outlet_id;
