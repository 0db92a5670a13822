-- A signal about a member holds no name; what somebody wrote about it may.
create index signal_about on coalition.signal (about_kind, about);
