-- The newest page of every partner and window, as of a seal.
select distinct on (tenant_id, window_start) tenant_id, window_start, transfers_so_far, page_hash
  from coalition.sealed_page
 where seal_no <= ?
 order by tenant_id, window_start, seal_no desc;
