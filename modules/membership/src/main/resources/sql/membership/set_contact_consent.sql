select coalition.set_contact_consent(:card, :agreedAt);
