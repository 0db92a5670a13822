update coalition.tenant
   set configuration = cast(:file as jsonb), state = case state when 'provisioning' then 'active' else state end
 where slug = :slug;
