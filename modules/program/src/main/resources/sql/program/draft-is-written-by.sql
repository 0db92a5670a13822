select exists (select from program_draft_step where draft_id = :draft and by = :by and act in ('begin', 'change', 'merge'));
