-- Points that are given without a purchase, to make something good, and what is taken back of them. A brand's are issued by it; the
-- operator's come out of its own pot, in which what expired lies: no partner pays for them.
insert into coalition.transfer_kind (kind, name, debit_account, credit_account) values
    ('W', 'goodwill',                     2, 1),
    ('K', 'goodwill taken back',          1, 2),
    ('O', 'operator goodwill',            4, 1),
    ('Q', 'operator goodwill taken back', 1, 4);
