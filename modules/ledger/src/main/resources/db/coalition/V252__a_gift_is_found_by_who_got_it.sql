-- Who asks for what is kept of them asks for what they got, too.
create index gift_received on coalition.gift (recipient_id);
