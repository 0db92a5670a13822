select coalition.hash_code_slowly(:member, :before, :salt, :hash);
