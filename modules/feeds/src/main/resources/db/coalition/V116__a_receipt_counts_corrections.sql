-- Of the lines that were posted: those whose ticket had been posted otherwise, and was taken back for them.
alter table coalition.feed_file add column lines_corrected bigint not null default 0;
