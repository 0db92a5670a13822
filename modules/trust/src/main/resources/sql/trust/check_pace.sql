select seconds from coalition.check_pace(:subject, :timesHour, :timesDay, :at) as seconds where seconds is not null;
