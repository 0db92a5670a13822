-- Clocks of several nodes differ and can be set back; the order of transactions cannot.
alter table coalition.settlement_window
    add column closed_xid xid8,
    add check ((closed_at is null) = (closed_xid is null));

grant update (closed_xid) on coalition.settlement_window to kontor_operator;
