-- A tenant's program, one row per published version. A version is never changed: postings name it as their reason.
create table program_version (
    version      integer     primary key check (version > 0),
    valid_from   date        not null,
    document     text        not null check (document is json object),
    published_at timestamptz not null
);

comment on table program_version is 'What purchases earn and what points pay; the newest version whose valid_from is reached applies';
comment on column program_version.document is 'the program section in canonical JSON: equal programs have equal text';

-- The tenant's role has the name of its schema.
do $$
begin
    execute format('revoke update, delete on program_version from %I', current_schema());
end $$;
