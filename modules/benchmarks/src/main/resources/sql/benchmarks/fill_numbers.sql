-- Takes %1$d numbers at once; what is posted later counts on beyond them.
select setval('coalition.posting_number', (nextval('coalition.posting_number') + %1$d) / 4096 * 4096 + 4096) - %1$d
