select section
  from goodwill_rules
