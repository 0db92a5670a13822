-- Debit and credit are what the kind of transfer says, and the number of points is positive.
select format('member %s, transfer %s: kind %s from account %s to %s with %s points',
              member_id, transfer_id, transfer.kind, transfer.debit_account, transfer.credit_account, points)
  from coalition.transfer
  left join coalition.transfer_kind using (kind)
 where points <= 0
    or transfer_kind.kind is null
    or transfer.debit_account <> transfer_kind.debit_account
    or transfer.credit_account <> transfer_kind.credit_account;
