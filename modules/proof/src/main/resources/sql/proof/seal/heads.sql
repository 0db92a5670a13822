-- The newest page of every partner and window, as of a seal. It steps from page to page in the index: there are some for every seal ever made, and
-- a few that are the newest.
with recursive page as (
    (select tenant_id, window_start
       from coalition.sealed_page
      order by tenant_id, window_start
      limit 1)
    union all
    select next.tenant_id, next.window_start
      from page
     cross join lateral (
            select tenant_id, window_start
              from coalition.sealed_page
             where (tenant_id, window_start) > (page.tenant_id, page.window_start)
             order by tenant_id, window_start
             limit 1) as next)
select page.tenant_id, page.window_start, newest.transfers_so_far, newest.page_hash
  from page
 cross join lateral (
        select transfers_so_far, page_hash
          from coalition.sealed_page
         where tenant_id = page.tenant_id
           and window_start = page.window_start
           and seal_no <= ?
         order by seal_no desc
         limit 1) as newest;
