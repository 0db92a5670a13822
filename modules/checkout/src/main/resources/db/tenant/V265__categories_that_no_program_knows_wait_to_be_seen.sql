alter table unknown_category add column seen_through date;
comment on column unknown_category.seen_through is 'What was sold until this day somebody has looked at; null while nobody did.';
