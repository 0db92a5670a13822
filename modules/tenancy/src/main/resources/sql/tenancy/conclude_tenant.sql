update coalition.tenant
   set configuration = ?::jsonb, state = case state when 'provisioning' then 'active' else state end
 where slug = ?;
