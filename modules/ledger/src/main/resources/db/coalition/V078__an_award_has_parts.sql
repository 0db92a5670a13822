-- One purchase may be paid by several tenants and go to several pockets: one transfer for each part. What is taken back of it is kept
-- part by part, too: by funder and pocket, in the order of the transfers. That a purchase is taken back once is the first part's key.
alter table coalition.reversal
    add column part smallint not null default 1 check (part >= 1);
alter table coalition.reversal
    alter column part drop default,
    drop constraint reversal_pkey,
    add primary key (member_id, purchase_id, part);

comment on column coalition.reversal.tenant_id is 'Who paid for the points of this part.';
comment on column coalition.reversal.outlet_id is 'Zero where the purchase earned nothing, and where the one who paid is not the purchase''s own tenant.';

-- By which rule every part was given: only of purchases that have several, or are paid by another tenant. A purchase of one part tells
-- its rule itself, and its transfer takes no more room than before.
create table coalition.award_part (
    member_id   bigint not null,
    posting_id  bigint not null,
    transfer_id bigint not null,
    points      bigint not null check (points > 0),
    tenant_id   integer not null,
    rule        text not null check (rule <> ''),
    primary key (member_id, posting_id, transfer_id)
);

comment on column coalition.award_part.posting_id is 'The purchase.';
comment on column coalition.award_part.tenant_id is 'Who paid for the points: as in the transfer.';

call coalition.protect_rows('coalition.award_part');
grant select on coalition.award_part to kontor_operator, kontor_tenant;
grant select, insert on coalition.award_part to kontor_poster;
