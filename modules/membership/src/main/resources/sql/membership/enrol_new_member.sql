select coalition.enrol_new_member(:given, :family, :search, :phone, :email, :language, :card, :since, :salt, :hash, :agreedAt);
