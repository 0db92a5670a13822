-- Whose card it is, whether it may be used, and what its holder is to the tenant: asked for every purchase, and answered without reading
-- the rows, which lie cold and far apart among a million members.
create unique index card_shown on coalition.card (card_number) include (member_id, blocked_at);
create unique index member_shown on coalition.member (member_id) include (state);
create unique index enrollment_shown on coalition.enrollment (member_id, tenant_id) include (tier);
