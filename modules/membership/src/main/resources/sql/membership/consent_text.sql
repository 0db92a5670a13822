select section::text
  from coalition.consent_text
