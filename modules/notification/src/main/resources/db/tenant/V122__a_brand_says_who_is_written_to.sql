create table attention_address (
    email text primary key
);
comment on table attention_address is 'Who of the brand is written to when something needs a person.';
