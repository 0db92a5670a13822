-- A file is read under its brand's role, mapping and all; the roles that work for every brand never look.
revoke select on coalition.feed_configuration from kontor_operator, kontor_poster;
