select coalition.unlink_member(:member, :at, :reason, :since);
