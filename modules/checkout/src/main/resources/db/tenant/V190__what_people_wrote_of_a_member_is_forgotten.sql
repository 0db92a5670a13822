-- What was filed stays as it is, but for the words that people wrote beside it, which may name an erased member.
create function erase_words(whose bigint) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update "${role}".purchase_reversal set reason = '' where member_id = whose and reason <> '';
    update "${role}".redemption_return set reason = '' where member_id = whose and reason <> '';
    update "${role}".correction set note = '', decision = '' where member_id = whose and (note <> '' or decision <> '');
end $$;
revoke all on function erase_words(bigint) from public;
grant execute on function erase_words(bigint) to "${role}";
