insert into coalition.ledger_verification (began_at, ended_at, asked_by, transfers, seals, sealed, rules, places)
values (:beganAt, :endedAt, :askedBy, :transfers, :seals, :sealed, :rules, :places);
