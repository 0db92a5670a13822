-- Cards that come with an import have numbers already; cards issued later must not meet them.
create function coalition.reserve_card_serials(highest bigint) returns void
    language sql security definer
    set search_path = pg_catalog, pg_temp
as $$
    select setval('coalition.card_serial', highest)
     where highest > (select case when is_called then last_value else last_value - 1 end from coalition.card_serial)
$$;
revoke all on function coalition.reserve_card_serials(bigint) from public;
grant execute on function coalition.reserve_card_serials(bigint) to kontor_operator;
