select sum(pg_total_relation_size(inhrelid))::bigint
  from pg_inherits
 where inhparent = 'coalition.transfer'::regclass
