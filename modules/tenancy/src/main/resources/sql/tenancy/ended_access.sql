select subject, ended_at from coalition.ended_access;
