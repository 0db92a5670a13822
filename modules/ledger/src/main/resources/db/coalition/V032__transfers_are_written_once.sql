-- Every posting that moved points: one debit, one credit, a positive number. Wide columns first, so that no byte is lost
-- to alignment; a row takes 112 bytes.
create table coalition.transfer (
    member_id       bigint not null,
    transfer_id     bigint not null,
    posting_id      bigint not null,
    points          bigint not null check (points > 0),
    line_before     bigint not null check (line_before >= 0),
    posted_at       timestamptz not null,
    posted_xid      xid8 not null default pg_current_xact_id(),
    window_start    date not null,
    business_date   date not null,
    tenant_id       integer not null,
    outlet_id       integer not null,
    program_version integer not null,
    debit_account   smallint not null,
    credit_account  smallint not null,
    pocket          smallint not null,
    kind            "char" not null,
    check (debit_account <> credit_account)
) partition by range (window_start);

comment on column coalition.transfer.transfer_id is 'From coalition.posting_number; later transfers of one member have greater numbers.';
comment on column coalition.transfer.posting_id is 'The purchase, capture, reversal or lapse it belongs to.';
comment on column coalition.transfer.line_before is
    'Where its interval begins: for E on the line of points ever earned in the pocket, for all others on the line of points ever consumed. The interval ends points later.';
comment on column coalition.transfer.posted_xid is 'For readers that follow the ledger behind pg_snapshot_xmin and must not skip a late commit.';
comment on column coalition.transfer.window_start is 'The window in which it settles, decided at posting; a late one keeps its own business date.';
comment on column coalition.transfer.outlet_id is 'Zero where no outlet took part.';
comment on column coalition.transfer.program_version is 'Zero where no program gave points.';
comment on column coalition.transfer.pocket is 'Months without a visit after which its points lapse.';

-- Not unique: a btree that may fold equal members into one entry is less than half as large. Numbers come from one sequence,
-- and the checker looks for one that appears twice.
create index transfer_of_member on coalition.transfer (member_id);
create index transfer_of_partner on coalition.transfer (tenant_id, business_date, transfer_id);

call coalition.protect_rows('coalition.transfer');
grant select on coalition.transfer to kontor_operator, kontor_tenant;
grant select, insert on coalition.transfer to kontor_poster;

-- One number per posting batch; the batch counts on from it in Java, within its block.
create sequence coalition.posting_number as bigint increment by 4096 start with 4096;
grant usage on sequence coalition.posting_number to kontor_poster;

-- Windows and the partitions of their transfers, from the first month through the last, both named by their first day.
-- Runs under its owner's rights, because the poster cannot create tables.
create function coalition.open_windows(first_month date, last_month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    month  date := date_trunc('month', first_month)::date;
    opened integer := 0;
begin
    if last_month > first_month + interval '50 years' then
        raise exception 'too many windows: % to %', first_month, last_month;
    end if;
    perform pg_advisory_xact_lock(7002);
    while month <= last_month loop
        if not exists (select from coalition.settlement_window where window_start = month) then
            execute format('create table coalition.%I partition of coalition.transfer for values from (%L) to (%L)',
                           'transfer_' || to_char(month, 'YYYY_MM'), month, (month + interval '1 month')::date);
            insert into coalition.settlement_window (window_start) values (month);
            opened := opened + 1;
        end if;
        month := (month + interval '1 month')::date;
    end loop;
    return opened;
end $$;
revoke all on function coalition.open_windows(date, date) from public;
grant execute on function coalition.open_windows(date, date) to kontor_poster, kontor_operator;
