select at, by_name, act, said from program_draft_step where draft_id = :draft order by step_id
