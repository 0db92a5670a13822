create table unknown_category (
    category   text primary key,
    first_seen date    not null,
    last_seen  date    not null,
    untold     boolean not null default true
);
comment on table unknown_category is 'Categories that tills sent and the program did not know, as they were sent, and whether somebody is yet to be told.';
