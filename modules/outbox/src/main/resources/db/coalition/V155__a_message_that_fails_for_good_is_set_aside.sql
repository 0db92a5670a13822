-- A message that failed too often was tried for ever, and what came after it under its key waited for ever. Now it is set aside with its
-- reason, until an operator has it tried again or closes it. All three are empty in every message that is written, so that none of them
-- costs the sender anything; the index knows only the few that are set aside.
alter table coalition.outbox
    add column set_aside_at   timestamptz,
    add column failure        text,
    add column failure_detail text;
alter table coalition.outbox
    add constraint outbox_set_aside_has_a_reason check (set_aside_at is null or failure is not null);
create index outbox_set_aside on coalition.outbox (outbox_id) where set_aside_at is not null;

comment on column coalition.outbox.set_aside_at is
    'When nobody tries it any more. Its due_at is then infinity where what follows under its key has to wait for it, else empty.';
comment on column coalition.outbox.failure is 'Why it is set aside, as a word that the portal says in its languages.';
comment on column coalition.outbox.failure_detail is 'What the last attempt ended with.';

grant update (set_aside_at, failure, failure_detail) on coalition.outbox to kontor_courier;
grant update (due_at, attempts, set_aside_at, failure, failure_detail), delete on coalition.outbox to kontor_operator;

-- A text with U+0000 was taken until now, and a message with it could never be filed: jsonb has no such text. What could not be kept is
-- shown as what it is, a character that is none (U+FFFD); a backslash that was typed stays one.
update coalition.outbox
   set payload  = regexp_replace(payload, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g'),
       due_at   = clock_timestamp(),
       attempts = 0
 where payload like '%\\u0000%';

-- Whatever else failed until now has one attempt left, so that its reason is known before it is set aside.
update coalition.outbox
   set attempts = least(attempts, 11)
 where due_at is not null;
