-- The key of requests is the largest index of all, and every posting writes somewhere into it. Half the hash finds a request as well among one
-- member's, and makes the index a third smaller. Should two of a member's requests ever share it, their fingerprints differ: the second is
-- refused as a key that was used before, and nobody gets somebody else's answer.
--
-- name        = the first 16 bytes of SHA-256 of tenant_id and of the first 16 bytes of SHA-256 of the key
-- key_hash    = the first 8 bytes of name
-- fingerprint = the first 16 bytes of SHA-256 of name and of the content's digest
alter table coalition.request rename to request_until_now;
alter table coalition.request_until_now drop constraint request_pkey;

create table coalition.request (
    member_id       bigint not null,
    key_hash        bigint not null,
    posting_id      bigint not null,
    points          bigint not null,
    available_after bigint not null,
    posted_at       timestamptz not null,
    tenant_id       integer not null,
    act             "char" not null check (act in ('E', 'A', 'C', 'V', 'R', 'G')),
    fingerprint     bytea not null check (octet_length(fingerprint) = 16),
    refusal         text not null default ''
);

insert into coalition.request
select member_id, substring(name for 8)::bigint, posting_id, points, available_after, posted_at, tenant_id, act,
       substring(sha256(name || digest) for 16), refusal
  from coalition.request_until_now,
       lateral (select substring(sha256(int4send(tenant_id) || key_hash) for 16)) as named (name)
 order by member_id;

alter table coalition.request add primary key (member_id, key_hash);
drop table coalition.request_until_now;

comment on column coalition.request.act is 'Earn, authorize, capture, void, reverse, gift.';
comment on column coalition.request.posting_id is 'Zero when refused.';
comment on column coalition.request.refusal is 'Empty when posted; else the refusal''s code, and its details as name=value, one a line.';

call coalition.protect_rows('coalition.request');
grant select on coalition.request to kontor_operator;
grant select, insert on coalition.request to kontor_poster;
