-- A version of a contract has one time to pay, which stands at each of its terms.
select window_start, statement.currency, count(*)::integer as statements, sum(net) as net,
       min((closed_at at time zone :zone)::date + coalesce(payment_days, :usualDays)) as first_due
  from coalition.statement
  left join (select tenant_id, version, max(payment_days) as payment_days
               from coalition.contract_term
              group by tenant_id, version) as agreed
         on agreed.tenant_id = statement.tenant_id
        and agreed.version = contract_version
 group by window_start, statement.currency
 order by window_start, statement.currency;
