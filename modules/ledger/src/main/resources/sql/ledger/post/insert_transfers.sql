insert into coalition.transfer (member_id, transfer_id, posting_id, points, line_before, posted_at, window_start, business_date,
                                tenant_id, outlet_id, program_version, debit_account, credit_account, pocket, kind)
select t.member_id, t.transfer_id, t.posting_id, t.points, t.line_before, ?, date '1970-01-01' + t.window_day,
       date '1970-01-01' + t.business_day, t.tenant_id, t.outlet_id, t.program_version,
       transfer_kind.debit_account, transfer_kind.credit_account, t.pocket, transfer_kind.kind
  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           as t (member_id, transfer_id, posting_id, points, line_before, window_day, business_day,
                 tenant_id, outlet_id, program_version, pocket, kind)
  join coalition.transfer_kind on transfer_kind.kind = t.kind::"char";
