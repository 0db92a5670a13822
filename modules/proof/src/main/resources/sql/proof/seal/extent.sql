-- How many seals there are, and transfers under them.
select count(*), coalesce(sum(transfers), 0)::bigint
  from coalition.seal;
