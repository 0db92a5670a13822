create table guest_note (
    guest_note_id bigint generated always as identity primary key,
    member_id     bigint      not null,
    text          text        not null check (length(text) between 1 and 500),
    author        text        not null,
    written_at    timestamptz not null
);
create index guest_note_of_member on guest_note (member_id, guest_note_id desc);

comment on table guest_note is 'What a brand wants to remember about a guest; no other brand ever sees it.';

-- A note is removed, never rewritten.
revoke update on guest_note from ${role};
