-- Names of the house's people stand with what they posted, and end as those in the trail do. When somebody was last seen to post is written down by whoever looks:
-- once in a period, for those who may be old.
alter table coalition.actor add column seen_on date not null default current_date;
comment on column coalition.actor.seen_on is 'When it was added, or last found to have posted something lately; for the period of its name. In no fingerprint and no seal.';
create index actor_named on coalition.actor (seen_on) where name is not null;

grant update (seen_on) on coalition.actor to kontor_operator;
