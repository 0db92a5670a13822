-- A brand deletes none, and the operator's round only what somebody closed long ago.
create policy closed_ones on coalition.signal as restrictive for delete to kontor_operator using (state in ('founded', 'unfounded'));
grant delete on coalition.signal to kontor_operator;
