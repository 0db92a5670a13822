-- Whether a card's holder is active is asked for every purchase and changes once in a member's life: it stands on the card, kept equal by
-- triggers, and nobody looks the member up for it.
alter table coalition.card add column holder_active boolean not null default true;
comment on column coalition.card.holder_active is 'Whether the member''s state is active; kept equal by triggers.';
update coalition.card
   set holder_active = false
 where member_id in (select member_id from coalition.member where state <> 'active');

create function coalition.card_follows_holder() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    update coalition.card set holder_active = (new.state = 'active') where member_id = new.member_id;
    return null;
end $$;
create trigger card_follows_holder after update of state on coalition.member
    for each row when (old.state is distinct from new.state) execute function coalition.card_follows_holder();

-- The lock lets no state change between this look and the commit; an unknown member is left to the foreign key.
create function coalition.card_takes_after_holder() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    select state = 'active' into new.holder_active from coalition.member where member_id = new.member_id for share;
    new.holder_active := coalesce(new.holder_active, true);
    return new;
end $$;
create trigger card_takes_after_holder before insert on coalition.card
    for each row execute function coalition.card_takes_after_holder();

grant select (holder_active) on coalition.card to kontor_poster;
drop index coalition.card_shown;
create unique index card_shown on coalition.card (card_number) include (member_id, blocked_at, holder_active);
drop index coalition.member_shown;
