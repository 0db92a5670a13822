select merged_at as "at", points, reason, undone_at as "undoneAt", case when member_id = :member then 'given' else 'received' end as "direction"
  from coalition.member_merge
 where member_id = :member or into_id = :member
 order by merged_at
