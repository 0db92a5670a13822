select exists (select from coalition.request where key_hash = :key and refusal = '');
