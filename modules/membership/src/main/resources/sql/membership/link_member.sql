select coalition.link_member(:member, :into, :at, :reason, :atMost);
