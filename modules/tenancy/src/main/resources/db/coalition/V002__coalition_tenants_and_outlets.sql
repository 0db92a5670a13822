create table coalition.coalition (
    only_one        boolean primary key default true check (only_one),
    name            text not null,
    points_name     jsonb not null,
    zone            text not null,
    card_prefix     text not null check (card_prefix ~ '^[0-9]{4,8}$'),
    first_window    date not null check (extract(day from first_window) = 1),
    currency        char(3) not null,
    value_per_point numeric(12, 6) not null check (value_per_point >= 0),
    sample          boolean not null,
    configuration   jsonb not null,
    revision        bigint not null default 1
);
comment on column coalition.coalition.revision is 'Grows with every change of the registry; other nodes reload when they see it.';

create table coalition.tenant (
    tenant_id         integer generated always as identity primary key,
    slug              text not null unique check (slug ~ '^[a-z](-?[a-z0-9])+$' and length(slug) between 2 and 40),
    role_name         text not null unique generated always as ('t_' || replace(slug, '-', '_')) stored,
    courier_role_name text not null unique generated always as ('c_' || replace(slug, '-', '_')) stored,
    name              text not null,
    state             text not null default 'provisioning' check (state in ('provisioning', 'active', 'suspended')),
    accent_colour     text not null check (accent_colour ~ '^#[0-9a-f]{6}$'),
    logo_svg          text,
    currencies        text[] not null check (cardinality(currencies) between 1 and 8),
    zone              text not null,
    language          text not null,
    canary            boolean not null default false,
    configuration     jsonb not null
);
comment on column coalition.tenant.canary is 'Canary tenants are migrated first; the others only when all canaries went well.';

create table coalition.outlet (
    tenant_id integer not null references coalition.tenant,
    outlet_id integer not null,
    code      text not null check (length(code) between 1 and 40),
    name      text not null,
    closed    boolean not null default false,
    primary key (tenant_id, outlet_id),
    unique (tenant_id, code)
);
comment on column coalition.outlet.closed is 'No longer in the configuration. The row stays, because transfers name it.';
