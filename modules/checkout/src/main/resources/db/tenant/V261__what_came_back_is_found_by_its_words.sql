-- Who matches a statement with the till's journal looks for a return by the number that the till gave it. Most have none, and are not in it.
create index purchase_reversal_by_reference on purchase_reversal (business_date, reference) where reference <> '';
create index redemption_end_by_reference on redemption_end (business_date, reference) where reference <> '';
create index redemption_return_by_reference on redemption_return (business_date, reference) where reference <> '';
