select count(*) as passing_rows
  from coalition.passing,
       (select ?::bigint as key) as given;
