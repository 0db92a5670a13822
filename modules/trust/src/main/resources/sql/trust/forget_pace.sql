select coalition.forget_pace(:at);
