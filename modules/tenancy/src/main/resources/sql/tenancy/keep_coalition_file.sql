update coalition.coalition
   set configuration = cast(:file as jsonb);
