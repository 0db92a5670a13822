select coalition.note_of_merge(:member, :undone, :points, :debt);
