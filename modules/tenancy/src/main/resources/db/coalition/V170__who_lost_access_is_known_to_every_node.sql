-- Roles are in tokens and browser sessions, which nobody takes back. Whatever was granted to a subject before this moment does not count.
create table coalition.ended_access (
    subject  text primary key check (subject ~ '^[A-Za-z0-9._:-]{1,100}$'),
    ended_at timestamptz not null,
    reason   text not null check (char_length(reason) between 1 and 200)
);
comment on table coalition.ended_access is 'Whose access ended or changed; kept longer than any token or session lives.';

-- The operator alone: provisioning is its work, and a brand need not know who left another one.
grant select, insert, update, delete on coalition.ended_access to kontor_operator;
