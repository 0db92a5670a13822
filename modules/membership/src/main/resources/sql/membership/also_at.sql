select tenant_id as tenant, other, members
  from coalition.also_at()
 order by tenant_id, members desc, other;
