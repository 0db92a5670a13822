-- A transfer touches at most one member, so a gift is two: out of the giver's pocket into transit, and from there into the same
-- pocket of the recipient, in one transaction. One such pair per lot that it takes from: both stand in the name of the partner
-- that issued the points, on the business date on which they were issued.
insert into coalition.transfer_kind (kind, name, debit_account, credit_account) values
    ('G', 'gift given',    1, 5),
    ('I', 'gift received', 5, 1);

comment on column coalition.transfer.business_date is
    'When it happened at the outlet. Of a gift''s transfers: when the points were issued; the day of the gift is in coalition.gift.';
comment on column coalition.transfer.line_before is
    'Where its interval begins: for what comes into a pocket (credit account 1) on the line of points ever earned in it, for what leaves it (debit account 1) on the line of points ever consumed. The interval ends points later.';

alter table coalition.request
    drop constraint request_act_check,
    add constraint request_act_check check (act in ('E', 'A', 'C', 'V', 'R', 'G'));

comment on column coalition.request.act is 'Earn, authorize, capture, void, reverse, gift.';
