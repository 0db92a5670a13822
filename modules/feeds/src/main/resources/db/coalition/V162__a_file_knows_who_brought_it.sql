alter table coalition.feed_file add column brought_by integer not null default 0;
comment on column coalition.feed_file.brought_by is 'The actor who handed it in; zero where it lay in the inbox, or came before names were kept.';
