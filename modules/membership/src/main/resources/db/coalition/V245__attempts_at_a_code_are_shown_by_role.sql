-- Since they name a brand, they keep to it as all rows do that name one: no brand's role has any right on them, and should one get it, it
-- sees its own.
call coalition.protect_rows('coalition.code_attempt');
