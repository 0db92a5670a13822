insert into program_draft_step (draft_id, at, by, by_name, act, said) values (:draft, :at, :by, :byName, :act, :said)
