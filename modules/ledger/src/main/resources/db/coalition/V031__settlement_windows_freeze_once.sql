-- A window is a calendar month of business dates, named by its first day.
create table coalition.settlement_window (
    window_start date primary key check (extract(day from window_start) = 1),
    closed_at    timestamptz
);

create function coalition.a_closed_window_stays_closed() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if old.closed_at is not null or new.window_start <> old.window_start then
        raise exception 'the window % is closed and stays as it is', old.window_start;
    end if;
    return new;
end $$;

create trigger a_closed_window_stays_closed
    before update on coalition.settlement_window
    for each row execute function coalition.a_closed_window_stays_closed();

grant select on coalition.settlement_window to kontor_operator, kontor_poster, kontor_tenant;
grant update (closed_at) on coalition.settlement_window to kontor_operator;
