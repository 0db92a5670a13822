-- What was last applied from files, section by section: a file's section acts only when it says something else than the last time. So
-- what was published elsewhere since then stays when another section of the same file changes.
create table coalition.applied_section (
    tenant_id  integer references coalition.tenant on delete cascade,
    section    text not null check (section ~ '^[a-z][A-Za-z-]*$'),
    digest     bytea not null check (octet_length(digest) = 16),
    applied_at timestamptz not null,
    unique nulls not distinct (tenant_id, section)
);
comment on column coalition.applied_section.tenant_id is 'Null for the sections of the coalition''s own file.';
comment on column coalition.applied_section.digest is 'Of the section in canonical JSON: equal sections have equal digests, however their numbers are written.';

call coalition.protect_rows('coalition.applied_section');
-- The operator alone: a brand that could write here could keep its own file from acting.
grant select, insert, update on coalition.applied_section to kontor_operator;
