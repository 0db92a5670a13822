select coalition.enrol(?, ?, ?) as enrolled;
