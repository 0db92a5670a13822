-- Summaries of transfer_by_transaction for what was posted since the last ones. PostgreSQL makes them in the background too, up to a
-- minute later or more: until then whoever asks for a range of transactions reads all that is fresh. In a busy hour that is millions of rows.
-- Runs under its owner's rights, which the index asks for. Whoever cleans the table has the same lock: then the summaries wait for
-- the next call, and nothing is wrong, only slower.
create function coalition.summarize_transfers() returns integer
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '200ms'
as $$
declare
    fresh      record;
    summarized integer := 0;
begin
    for fresh in
        select summaries.indexrelid
          from coalition.settlement_window as open
          join pg_index as summaries
            on summaries.indrelid = to_regclass(format('coalition.%I', 'transfer_' || to_char(open.window_start, 'YYYY_MM')))
          join pg_inherits on inhrelid = summaries.indexrelid
         where open.closed_at is null
           and inhparent = 'coalition.transfer_by_transaction'::regclass
    loop
        begin
            summarized := summarized + brin_summarize_new_values(fresh.indexrelid);
        exception
            when lock_not_available then
                null;
        end;
    end loop;
    return summarized;
end $$;
revoke all on function coalition.summarize_transfers() from public;
grant execute on function coalition.summarize_transfers() to kontor_operator;
