select pg_total_relation_size('coalition.request')
