-- What follows reads waiting messages as JSON, and stops at a text with U+0000, which was taken until texts were refused that cannot be
-- kept. It is shown as what it is, a character that is none (U+FFFD); a backslash that was typed stays one. Whoever has all that follows
-- already has none of these.
update coalition.outbox
   set payload = regexp_replace(payload, '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g')
 where payload like '%\\u0000%';
