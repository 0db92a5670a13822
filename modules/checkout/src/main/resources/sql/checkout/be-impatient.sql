-- Long enough for a till's batch that is about to commit, far shorter than the database takes to look for circles.
select set_config('lock_timeout', '100ms', true)
