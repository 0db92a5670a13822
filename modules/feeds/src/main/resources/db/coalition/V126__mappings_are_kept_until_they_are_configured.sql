-- How a brand's files are to be read, as somebody mapped it in the browser; the configuration alone decides, and takes it over from here.
create table coalition.feed_draft (
    tenant_id integer not null,
    name      text not null check (length(name) <= 40),
    yaml      text not null check (length(yaml) <= 100000),
    saved_by  text not null,
    saved_at  timestamptz not null,
    primary key (tenant_id, name)
);

call coalition.protect_rows('coalition.feed_draft');
grant select, insert, update, delete on coalition.feed_draft to kontor_tenant;
