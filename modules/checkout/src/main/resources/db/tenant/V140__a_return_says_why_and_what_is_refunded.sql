-- A ticket comes back as a whole: what of the amount is to be refunded in money, and why it came back.
alter table purchase_reversal
    add column to_refund numeric,
    add column reason    text not null default '';
comment on column purchase_reversal.to_refund is 'what of the amount points had not paid; empty where the purchase came back without its ticket';
comment on column purchase_reversal.reason is 'in the words of whoever took it back; empty text if nobody gave one';

alter table redemption_return add column reason text not null default '';
comment on column redemption_return.reason is 'in the words of whoever took it back; empty text if nobody gave one';
