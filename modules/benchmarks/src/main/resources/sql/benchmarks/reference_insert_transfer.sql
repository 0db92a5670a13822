insert into coalition.transfer (member_id, transfer_id, posting_id, points, line_before, posted_at, window_start, business_date,
                                tenant_id, outlet_id, program_version, debit_account, credit_account, pocket, kind)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2, 1, ?, 'E')
