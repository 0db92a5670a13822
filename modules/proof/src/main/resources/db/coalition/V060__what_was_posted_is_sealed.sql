-- The chain of seals (see modules/ledger/docs/seals.md). A seal covers the transfers of a range of transactions, whole
-- ones that were all over when it was made: no late commit can fall into it afterwards.
create table coalition.seal (
    seal_no   bigint primary key check (seal_no > 0),
    from_xid  bigint not null,
    until_xid bigint not null check (until_xid > from_xid),
    transfers bigint not null check (transfers > 0),
    sealed_at timestamptz not null,
    root      bytea not null check (octet_length(root) = 32),
    seal_hash bytea not null check (octet_length(seal_hash) = 32)
);

comment on column coalition.seal.until_xid is 'The first transaction that is not in it; the next seal begins there.';
comment on column coalition.seal.root is 'Of the Merkle tree over the newest page of every partner and window.';
comment on column coalition.seal.seal_hash is 'Over the hash of the seal before, the range and the root.';

-- What a seal covers of one partner's transfers of one window. Each page's hash is over the page before and its rows,
-- so that the newest one stands for all of them.
create table coalition.sealed_page (
    seal_no         bigint not null references coalition.seal,
    transfers       bigint not null check (transfers > 0),
    transfers_so_far bigint not null,
    window_start    date not null,
    tenant_id       integer not null,
    page_hash       bytea not null check (octet_length(page_hash) = 32),
    fingerprints    bytea not null,
    primary key (tenant_id, window_start, seal_no),
    check (octet_length(fingerprints) = 12 * transfers)
);

comment on column coalition.sealed_page.fingerprints is
    'Twelve bytes for each row, in order: its number and the first four of its SHA-256. Not part of any hash; they let the verifier name the row.';

create index sealed_page_of_seal on coalition.sealed_page (seal_no);

call coalition.protect_rows('coalition.sealed_page');
grant select, insert on coalition.seal, coalition.sealed_page to kontor_operator;

-- Finds the rows of a range of transactions. A row's range summary costs nothing worth counting, a btree would cost thirty
-- bytes; there is no such index for xid8 itself.
create index transfer_by_transaction on coalition.transfer
    using brin ((posted_xid::text::bigint)) with (pages_per_range = 32, autosummarize = on);

-- The text of a transfer that is hashed: every column, in an order and a form that never change.
create function coalition.sealed_text(sealed coalition.transfer) returns text
    language sql stable
as $$
select concat_ws('|', sealed.transfer_id, sealed.posting_id, sealed.member_id, sealed.tenant_id, sealed.outlet_id,
                 sealed.kind, sealed.points, sealed.pocket, sealed.line_before,
                 to_char(sealed.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                 to_char(sealed.business_date::timestamp, 'YYYY-MM-DD'),
                 to_char(sealed.window_start::timestamp, 'YYYY-MM'),
                 sealed.program_version, sealed.debit_account, sealed.credit_account)
$$;
