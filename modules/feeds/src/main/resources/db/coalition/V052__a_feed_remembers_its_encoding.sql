-- The refused lines are handed out in the encoding in which they came, whatever the tenant's mapping says by then.
alter table coalition.feed_file add column encoding text;

comment on column coalition.feed_file.encoding is 'As Java names it; null until the file was looked at, and for files from before this column.';
