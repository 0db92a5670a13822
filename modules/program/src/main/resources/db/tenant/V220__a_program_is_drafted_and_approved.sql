-- A version knows whence it came. Those of before came by files.
alter table program_version
    add column source            text not null default 'files' check (source in ('files', 'browser')),
    add column draft_id          bigint,
    add column published_by      text,
    add column published_by_name text,
    add column approved_by_name  text;

-- A version that is not to be valid on any day. It is said of planned ones only, and never taken back.
create table program_cancellation (
    version           integer     primary key references program_version,
    cancelled_at      timestamptz not null,
    cancelled_by      text        not null,
    cancelled_by_name text        not null,
    why               text        not null
);
comment on table program_cancellation is 'Versions of the program that were planned and will never be valid';

-- What somebody would like the program to be. It ends published or withdrawn, and is kept.
create table program_draft (
    draft_id          bigint      generated always as identity primary key,
    name              text        not null check (char_length(name) <= 60),
    state             text        not null check (state in ('draft', 'submitted', 'changes-requested', 'approved', 'published', 'withdrawn')),
    base_version      integer     not null check (base_version >= 0),
    document          text        not null check (document is json object),
    made_by           text        not null,
    made_by_name      text        not null,
    made_at           timestamptz not null,
    changed_by        text        not null,
    changed_by_name   text        not null,
    changed_at        timestamptz not null,
    approved_by       text,
    approved_by_name  text,
    approved_at       timestamptz,
    approved_digest   bytea,
    published_version integer     unique references program_version,
    revision          integer     not null,
    check ((state in ('approved', 'published')) <= (approved_digest is not null)),
    check ((state = 'published') = (published_version is not null))
);
create index program_draft_open on program_draft (draft_id) where state not in ('published', 'withdrawn');
comment on table program_draft is 'Drafts of the next version of the program';
comment on column program_draft.base_version is 'the newest version when it was begun or merged; 0 before the first';
comment on column program_draft.approved_digest is 'SHA-256 of the document that was approved: another one is not';

-- What was done with a draft, and what was said about it.
create table program_draft_step (
    step_id  bigint      generated always as identity primary key,
    draft_id bigint      not null references program_draft,
    at       timestamptz not null,
    by       text        not null,
    by_name  text        not null,
    act      text        not null,
    said     text        not null
);
create index program_draft_step_of on program_draft_step (draft_id, step_id);
comment on table program_draft_step is 'The way of a draft, step by step';

-- Which elements are decided in the browser. What is not here is decided by files, as everything was.
create table program_element (
    element     text        primary key,
    owner       text        not null check (owner in ('files', 'browser')),
    set_at      timestamptz not null,
    set_by      text        not null,
    set_by_name text        not null
);
comment on table program_element is 'Where an element of the program is decided: by files or in the browser';

-- The tenant's role has the name of its schema.
do $$
begin
    execute format('revoke update, delete on program_cancellation, program_draft_step from %I', current_schema());
    execute format('revoke delete on program_draft, program_element from %I', current_schema());
end $$;
