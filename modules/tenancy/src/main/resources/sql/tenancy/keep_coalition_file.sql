update coalition.coalition
   set configuration = ?::jsonb;
