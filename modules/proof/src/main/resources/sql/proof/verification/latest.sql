select began_at, ended_at, asked_by, transfers, seals, sealed, rules, places
  from coalition.ledger_verification
 order by verification_no desc
 limit 1;
