alter table purchase add column hold_number bigint;
comment on column purchase.hold_number is
    'the hold, of the same member, by which points paid for a part of it; empty where it was sent without tenders';

comment on column purchase.lines is
    '[[sku, category, quantity, amount, kind, id, net, gross], …], decimals as text; without the last four where the till said no more '
    'than what was sold for how much: then kind is discount for a negative amount and goods for others, and id the place, from 1';
