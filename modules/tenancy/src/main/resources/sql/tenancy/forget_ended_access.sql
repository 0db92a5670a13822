delete from coalition.ended_access where ended_at < :moment;
