select outcome, issued, replaced_by_ending
  from coalition.issue_card(:asked, :inItsPlace, :number, :label, :today, :at, :key, :atMost);
