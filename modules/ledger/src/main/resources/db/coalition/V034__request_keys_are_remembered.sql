-- What makes a retry harmless: the first answer to a request. Hashes are the first 16 bytes of SHA-256.
create table coalition.request (
    member_id       bigint not null,
    posting_id      bigint not null,
    points          bigint not null,
    available_after bigint not null,
    posted_at       timestamptz not null,
    tenant_id       integer not null,
    act             "char" not null check (act in ('E', 'A', 'C', 'V', 'R')),
    key_hash        bytea not null check (octet_length(key_hash) = 16),
    digest          bytea not null check (octet_length(digest) = 16),
    refusal         text not null default '',
    primary key (member_id, tenant_id, key_hash)
);

comment on column coalition.request.act is 'Earn, authorize, capture, void, reverse.';
comment on column coalition.request.posting_id is 'Zero when refused.';
comment on column coalition.request.refusal is 'Empty when posted; else the refusal''s code, and its details as name=value, one a line.';

call coalition.protect_rows('coalition.request');
grant select on coalition.request to kontor_operator;
grant select, insert on coalition.request to kontor_poster;
