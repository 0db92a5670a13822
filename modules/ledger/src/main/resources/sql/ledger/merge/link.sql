-- The account passes on to the other one from now on, and so does whatever was merged into it before.
with moved as (
    update coalition.account_link
       set root_id = :root,
           root_place = :place
     where root_id = :member
)
insert into coalition.account_link (member_id, into_id, root_id, root_place, since_posting)
values (:member, :root, :root, :place, :since);
