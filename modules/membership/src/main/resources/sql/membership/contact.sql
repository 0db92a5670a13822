select phone, email from coalition.contact_of(array[cast(:member as bigint)]);
