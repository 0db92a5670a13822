-- A reversal of several parts, of a part of the purchase, or at another tenant than the purchase's, is looked at row by row.
select sum(reversal.taken * hashint8extended(reversal.tenant_id, member # reversal.posting_id)::numeric) as reversal_taken,
       sum(reversal.owed * hashint8extended(reversal.outlet_id, member # reversal.tenant_id)::numeric) as reversal_owed,
       sum(hashint8extended(1082, member # reversal.posting_id)) filter (where reversal.part = 1) as reversals,
       count(*) filter (where purchases <> 1 or run <> 1 or not is_last) as impossible_reversals
  from (select *, hashint8extended(0, member_id # key) as member,
               (select count(*)
                  from coalition.request
                 where request.member_id = reversal.member_id
                   and request.posting_id = reversal.purchase_id
                   and request.act in ('E', 'W')
                   and request.refusal = ''
                   and request.tenant_id = reversal.tenant_id
                   and request.points = reversal.taken + reversal.owed + reversal.expired) as purchases
          from coalition.reversal,
               (select ?::bigint as key) as given) as reversal;
