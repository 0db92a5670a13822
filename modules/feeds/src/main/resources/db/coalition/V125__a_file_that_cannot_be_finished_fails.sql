-- A file that is tried again and again without moving stops those behind it. It ends after some tries, with the reason of the last one.
alter table coalition.feed_file
    add column tries integer not null default 0,
    add column fault text,
    drop constraint feed_file_state_check,
    add constraint feed_file_state_check check (state in ('WAITING', 'RUNNING', 'STOPPED', 'DONE', 'REFUSED', 'FAILED'));

comment on column coalition.feed_file.tries is 'How often it was begun or gone on with since its checkpoint moved last.';
comment on column coalition.feed_file.fault is 'What stopped it the last time; null when it moved since, or when the server itself stopped.';
