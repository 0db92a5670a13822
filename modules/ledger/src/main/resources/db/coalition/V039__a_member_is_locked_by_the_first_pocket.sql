-- Who holds the lock of a member's first pocket holds the member. Locking all pockets is not enough: a posting that waits
-- for them does not see a pocket that the one before it opened, and taking it afterwards would break the order of locks.
alter table coalition.balance
    add column first_pocket boolean not null default false;

update coalition.balance
   set first_pocket = true
  from (select member_id, min(pocket) as pocket from coalition.balance group by member_id) as earliest
 where balance.member_id = earliest.member_id
   and balance.pocket = earliest.pocket;
