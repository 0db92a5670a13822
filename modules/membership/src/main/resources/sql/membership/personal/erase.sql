select coalition.erase_member(:member)
