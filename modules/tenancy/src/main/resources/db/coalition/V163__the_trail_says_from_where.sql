-- The trail is read now, and says from where somebody acted: by which program, from which address. What was written before says neither.
alter table coalition.audit_entry add column client text;
alter table coalition.audit_entry add column address text;

create index audit_entry_by_time on coalition.audit_entry (at);
