-- A later file's word replaces an earlier one's that still waits; the same word again adds nothing, whatever became of it.
with known as (
    select state
      from coalition.feed_held
     where tenant_id = :tenant
       and business_date = :businessDate
       and outlet = :outlet
       and reference = :reference
       and version = :version
), earlier as (
    update coalition.feed_held
       set state = 'REPLACED'
     where tenant_id = :tenant
       and business_date = :businessDate
       and outlet = :outlet
       and reference = :reference
       and (kind like 'redemption%') = (:kind like 'redemption%')
       and state = 'HELD'
       and not exists (select from known)
), added as (
    insert into coalition.feed_held (tenant_id, feed_id, line_number, kind, outlet, business_date, reference, version, line, raw, standing, held_at)
    select :tenant, :feedId, :lineNumber, :kind, :outlet, :businessDate, :reference, :version, :line::jsonb, :raw, :standing, :now
     where not exists (select from known)
    returning state
)
select state from known
 union all
select state from added
