-- Newest first. Whose entries there are to read, row-level security says.
select audit_entry_id, at, tenant_id, actor, actor_name, action, subject, details, client, address
  from coalition.audit_entry
 where audit_entry_id < :before
   and (:tenant::integer is null or tenant_id = :tenant::integer)
   and (:action::text is null or action = :action::text)
   and (:from::timestamptz is null or at >= :from::timestamptz)
   and (:until::timestamptz is null or at < :until::timestamptz)
   and (:person::text is null or actor = :person::text or position(lower(:person::text) in lower(actor_name)) > 0)
   and (:text::text is null
        or position(lower(:text::text) in lower(concat_ws(' ', subject, details::text, client, address))) > 0)
 order by audit_entry_id desc
 limit :most
