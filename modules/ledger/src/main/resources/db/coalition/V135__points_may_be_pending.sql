-- Points that can be spent only when the right of return has passed: they are in their pocket, and held until then.
alter table coalition.hold add column pending_of bigint;
comment on column coalition.hold.pending_of is
    'The purchase whose points it keeps from being spent until it expires; empty for a redemption''s. No till can capture or void it.';

-- Asked with every balance, and empty where no brand makes its points wait.
create index hold_pending on coalition.hold (member_id, pending_of) where pending_of is not null;
