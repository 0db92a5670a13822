-- Until now a key was known per member: two cards under one key both earned, and so did one ticket under two keys. Now a key is one
-- request of its tenant, whoever's card it was for, and a ticket is posted once. What each column is made of is said in docs/0003-requests.md;
-- RequestMark computes the same.
--
-- What was answered until now keeps its answer:
-- * A key that two members had is the one's who had it first. The other's row is moved aside under a hash that no key has; its retry
--   hears that the key was used.
-- * A refusal is found by key and content together; the fingerprint of until now was made of both.
-- * Purchases learn their ticket from what their tenant filed, or has yet to file; redemptions, if a file reported them. A ticket that was posted
--   more than once is the last one's, because what came before it may have been taken back.
alter table coalition.request rename to request_until_now;
alter table coalition.request_until_now drop constraint request_pkey;

create temporary table ticket_until_now (
    posting_id  bigint  not null,
    member_id   bigint  not null,
    tenant_id   integer not null,
    ticket_date date    not null,
    name        text    not null
) on commit drop;

do $$
declare
    tenant record;
begin
    for tenant in select tenant_id, role_name from coalition.tenant loop
        if to_regclass(format('%I.purchase', tenant.role_name)) is not null then
            execute format('insert into ticket_until_now
                            select number, member_id, %s, business_date,
                                   concat_ws(E''\n'', ''sale'', outlet_id, business_date, reference)
                              from %I.purchase
                             where reference <> ''''', tenant.tenant_id, tenant.role_name);
        end if;
        if to_regclass(format('%I.redemption', tenant.role_name)) is not null then
            execute format('insert into ticket_until_now
                            select filed.number, filed.member_id, %1$s, filed.business_date,
                                   concat_ws(E''\n'', ''redemption'', filed.outlet_id, filed.business_date, filed.reference)
                              from %2$I.redemption as filed
                              join coalition.outlet on outlet.tenant_id = %1$s
                                                   and outlet.outlet_id = filed.outlet_id
                              join coalition.request_until_now as reported
                                on reported.member_id = filed.member_id
                               and reported.posting_id = filed.number
                               and reported.key_hash = substring(sha256(int4send(%1$s)
                                                                        || substring(sha256(convert_to(outlet.code || ''/'' || filed.reference, ''UTF8'')) for 16))
                                                                 for 8)::bigint
                             where filed.reference <> ''''', tenant.tenant_id, tenant.role_name);
        end if;
    end loop;
    insert into ticket_until_now
    select reference, message_key::bigint, tenant_id, (payload::jsonb ->> 'b')::date,
           concat_ws(E'\n', 'sale', payload::jsonb ->> 'o', payload::jsonb ->> 'b', payload::jsonb ->> 'r')
      from coalition.outbox
     where topic = 'purchase-posted'
       and payload::jsonb ->> 'r' <> '';
end $$;

-- Widest columns first, as everywhere.
create table coalition.request (
    member_id       bigint not null,
    key_hash        bigint not null,
    ticket          bigint,
    fingerprint     bigint not null,
    posting_id      bigint not null,
    points          bigint not null,
    available_after bigint not null,
    posted_at       timestamptz not null,
    tenant_id       integer not null,
    act             "char" not null check (act in ('E', 'A', 'C', 'V', 'R', 'G')),
    keyed           boolean not null default false,
    refusal         text not null default ''
);

insert into coalition.request
select member_id,
       case when refusal <> '' then substring(sha256(convert_to(act::text, 'UTF8') || key_and_content) for 8)::bigint
            when nth_of_key = 1 then key_hash
            else substring(sha256(int8send(key_hash) || int8send(member_id)) for 8)::bigint end,
       ticket, substring(key_and_content for 8)::bigint, posting_id, points, available_after, posted_at, tenant_id, act, true, refusal
  from (select member_id, key_hash, fingerprint as key_and_content, posting_id, points, available_after, posted_at,
               tenant_id, act, refusal,
               row_number() over (partition by key_hash, refusal <> '' order by posting_id, member_id) as nth_of_key
          from coalition.request_until_now) as before_it
  left join (select distinct on (ticket) posting_id, member_id, ticket
               from (select posting_id, member_id,
                            (((ticket_date - date '1970-01-01') & 4095)::bigint << 52)
                            | (substring(sha256(int4send(tenant_id) || convert_to(name, 'UTF8')) for 8)::bigint & ((1::bigint << 52) - 1)) as ticket
                       from ticket_until_now) as hashed
              order by ticket, posting_id desc) as known using (member_id, posting_id)
 order by posting_id;
drop table coalition.request_until_now;

create unique index request_by_key on coalition.request (key_hash) where refusal = '';
create unique index request_by_ticket on coalition.request (ticket) where ticket is not null;
create unique index request_refused on coalition.request (member_id, key_hash) where refusal <> '';
-- Not unique: a btree that may fold equal members into one entry is less than half as large.
create index request_of_member on coalition.request (member_id);

comment on column coalition.request.key_hash is 'Of tenant and key; of a refusal, of its act and content, too.';
comment on column coalition.request.ticket is
    'Of tenant, outlet, business date, reference and kind: what it was for. Its highest bits are the date''s, so that what is posted today lies together. Empty where the till names no ticket.';
comment on column coalition.request.fingerprint is
    'Half of it of what a ticket is about, half of all of the content; where keyed is true, of key and content, as until V115.';
comment on column coalition.request.act is 'Earn, authorize, capture, void, reverse, gift.';
comment on column coalition.request.posting_id is 'Zero when refused.';
comment on column coalition.request.refusal is 'Empty when posted; else the refusal''s code, and its details as name=value, one a line.';

call coalition.protect_rows('coalition.request');
grant select on coalition.request to kontor_operator;
grant select, insert on coalition.request to kontor_poster;
