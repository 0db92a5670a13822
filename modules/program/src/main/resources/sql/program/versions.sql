select v.version, v.valid_from, v.document, v.source, v.draft_id, v.published_by, v.published_by_name, v.approved_by_name, v.published_at,
       c.version is not null as cancelled
  from program_version v
  left join program_cancellation c using (version)
 where v.version = coalesce(cast(:version as integer), v.version)
 order by v.version desc
