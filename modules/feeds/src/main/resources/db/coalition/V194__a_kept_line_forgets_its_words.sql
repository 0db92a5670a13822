-- What was decided needs the line as it came no more. A line that waits is left to whoever decides.
grant update (raw) on coalition.feed_held to kontor_operator;
grant select on coalition.feed_held to kontor_operator;
