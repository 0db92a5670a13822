insert into program_element (element, owner, set_at, set_by, set_by_name)
values (:element, :owner, :at, :by, :byName)
on conflict (element) do update
   set owner = excluded.owner, set_at = excluded.set_at, set_by = excluded.set_by, set_by_name = excluded.set_by_name
