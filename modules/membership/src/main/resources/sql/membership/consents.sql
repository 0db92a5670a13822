select purpose, given, at, text_version, language, shown, channel, by_name as by
  from coalition.consent
 where member_id = :member
 order by consent_id desc
 limit 100
