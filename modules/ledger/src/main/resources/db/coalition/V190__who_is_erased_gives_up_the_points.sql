-- Who asks to be erased is told then that the points are given up: it is announced by the wish itself, for the same day.
alter table coalition.expiry_notice drop constraint if exists expiry_notice_told_by_check;
alter table coalition.expiry_notice
    add constraint expiry_notice_told_by_check check (told_by in ('mail', 'elsewhere', 'unrecorded', 'erasure'));
comment on column coalition.expiry_notice.told_by is
    'By mail from here, or elsewhere: the operator''s word for a letter or a call. Unrecorded: expired before notices were kept. Erasure: the member gave the points up.';
