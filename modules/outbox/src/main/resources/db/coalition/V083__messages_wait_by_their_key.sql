-- The sender names what the order of its messages hangs on; until now that was the member. What waits in a database of before is about
-- a member, whose number is the key that its later messages carry, too.
alter table coalition.outbox add column message_key text;
update coalition.outbox set message_key = member_id::text;
alter table coalition.outbox alter column message_key set not null, alter column message_key set statistics 0;
alter table coalition.outbox drop column member_id;

-- Of a message that could not be handled at once. Both are empty in every message that is written, so that neither column costs the
-- sender anything, and the index knows only the few that wait.
alter table coalition.outbox add column due_at timestamptz, add column attempts smallint;
create index outbox_of_keys_that_wait on coalition.outbox (tenant_id, message_key) where due_at is not null;

comment on column coalition.outbox.outbox_id is 'Per key the order of commits, as long as the sender locks what the key stands for while it writes.';
comment on column coalition.outbox.message_key is 'Messages of one tenant with the same key are handled one after the other.';
comment on column coalition.outbox.due_at is
    'Empty until the message needs an attempt of its own. Then the earliest moment of the next one, by the database''s clock, set before the attempt begins: an attempt that never ends is one that failed.';
comment on column coalition.outbox.attempts is 'Of its own, begun so far.';

grant update (due_at, attempts) on coalition.outbox to kontor_courier;
