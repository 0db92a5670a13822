select coalition.open_windows(?, ?);
