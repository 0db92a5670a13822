-- "create table … partition of" locks the whole table against everybody: while a check reads for minutes, every posting would queue
-- up behind it. A table that is made by itself and then attached waits for no reader and no posting.
create or replace function coalition.open_windows(first_month date, last_month date) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    month     date := date_trunc('month', first_month)::date;
    partition text;
    opened    integer := 0;
begin
    if last_month > first_month + interval '50 years' then
        raise exception 'too many windows: % to %', first_month, last_month;
    end if;
    perform pg_advisory_xact_lock(7002);
    while month <= last_month loop
        if not exists (select from coalition.settlement_window where window_start = month) then
            partition := 'transfer_' || to_char(month, 'YYYY_MM');
            execute format('create table coalition.%I (like coalition.transfer including all)', partition);
            execute format('alter table coalition.transfer attach partition coalition.%I for values from (%L) to (%L)',
                           partition, month, (month + interval '1 month')::date);
            insert into coalition.settlement_window (window_start) values (month);
            opened := opened + 1;
        end if;
        month := (month + interval '1 month')::date;
    end loop;
    return opened;
end $$;
