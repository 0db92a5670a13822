select coalition.open_windows(:first, :last);
