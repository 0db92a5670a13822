select coalition.give_back_pace(?, ?, ?);
