select coalition.person_of(:member);
