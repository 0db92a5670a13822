select section, digest
  from coalition.applied_section
 where tenant_id is not distinct from cast(:tenant as integer);
