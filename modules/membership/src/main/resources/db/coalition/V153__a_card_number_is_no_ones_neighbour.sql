-- Card numbers are issued with random serials: from one number nobody guesses the next guest's. Those issued one after the other keep working.
-- The first of these numbers that nobody has, and that nobody else is given until the transaction ends; null if all are taken.
create function coalition.free_card_number(candidates text[]) returns text
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    candidate text;
begin
    foreach candidate in array candidates loop
        -- Locked first, looked for then: who had the lock before has committed.
        if pg_try_advisory_xact_lock(7011, hashtext(candidate)) then
            if not exists (select from coalition.card c where c.card_number = candidate) then
                return candidate;
            end if;
        end if;
    end loop;
    return null;
end $$;
revoke all on function coalition.free_card_number(text[]) from public;
grant execute on function coalition.free_card_number(text[]) to kontor_tenant, kontor_operator;

drop function coalition.next_card_serial();
drop function coalition.reserve_card_serials(bigint);
drop sequence coalition.card_serial;
